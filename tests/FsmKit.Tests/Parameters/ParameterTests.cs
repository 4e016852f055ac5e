using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Xunit;

namespace FsmKit.Tests;

public sealed class ParameterTests
{
    private readonly LogLines _log = new();

    [Fact]
    public void A_value_that_is_not_valid_is_rejected_with_the_reason_and_the_old_one_stays()
    {
        using var app = new GAplic();
        var probe = app.Create<Probe>("p");

        var x = Assert.Throws<ParameterException>(() => probe.Size = 100);

        Assert.Equal("Parameter 'Size' of Probe:p does not take the value '100'. A number below 100.", x.Message);
        Assert.Equal(10, probe.Size);
        Assert.Throws<ParameterException>(() => app.Create<Probe>("q", static bad => bad.Size = 1000));
        Assert.Equal(1, app.ChildCount);
    }

    [Fact]
    public void Parameters_are_written_and_read_by_name_as_text()
    {
        using var app = new GAplic();
        var probe = app.Create<Probe>("p");

        probe.WriteParameter("size", " 12 ");
        probe.WriteParameter("Label", "x");

        Assert.Equal(12, probe.Size);
        Assert.Equal("12", probe.ReadParameter("SIZE"));
        Assert.Equal("x", probe.ReadParameter("label"));
    }

    [Theory]
    [InlineData("Size", "many", "Parameter 'Size' of Probe:p: 'many' is no int. A number below 100.")]
    [InlineData("Size", null, "Parameter 'Size' of Probe:p: '' is no int. A number below 100.")]
    [InlineData("Size", "99999999999", "Parameter 'Size' of Probe:p: '99999999999' is no int. A number below 100.")]
    [InlineData("Size", "100", "Parameter 'Size' of Probe:p does not take the value '100'. A number below 100.")]
    [InlineData("Sise", "1", "Probe:p has no parameter 'Sise'. It has: Size, Label, TraceMachine, Subscriber.")]
    public void Bad_text_is_rejected_with_a_message_that_helps(string name, string? text, string message)
    {
        using var app = new GAplic();
        var probe = app.Create<Probe>("p");

        Assert.Equal(message, Assert.Throws<ParameterException>(() => probe.WriteParameter(name, text)).Message);
        Assert.Equal(10, probe.Size);
    }

    [Theory]
    [InlineData("Size", "for every gobj that has it")]
    [InlineData("Probe.Size", "by gclass")]
    [InlineData("Probe:size", "with a colon, as configuration keys have it")]
    [InlineData("p.q.Size", "by a name with a dot in it")]
    [InlineData("GObj.Size", "for everybody")]
    public void Settings_find_their_gobj_and_win_over_arguments(string key, string why)
    {
        using var app = new GAplic(new GAplicOptions { Logger = _log, Settings = [new(key, "33"), new("Other.Size", "44")] });
        var probe = app.Create<Probe>("p.q", static configured => configured.Size = 5);

        Assert.True(probe.Size == 33, why);
        Assert.Empty(_log.From(LogLevel.Error));
    }

    [Fact]
    public void A_setting_that_cannot_be_written_is_an_error_in_the_log_and_the_value_stays()
    {
        using var app = new GAplic(new GAplicOptions
        {
            Logger = _log,
            Settings = [new("Probe.Size", "big"), new("Probe.Sice", "1"), new("Probe", null), new("Unrelated", "1")],
        });
        var probe = app.Create<Probe>("p", static configured => configured.Size = 5);

        Assert.Equal(5, probe.Size);
        Assert.Collection(
            _log.From(LogLevel.Error),
            static line => Assert.Contains("Setting 'Probe.Size' is ignored: Parameter 'Size' of Probe:p: 'big' is no int.", line, StringComparison.Ordinal),
            static line => Assert.Contains("Setting 'Probe.Sice' is ignored: Probe:p has no parameter 'Sice'.", line, StringComparison.Ordinal));
    }

    [Fact]
    public void A_configuration_can_be_the_settings()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Probe:size", "21"), new("Probe:Label", "from configuration")]).Build();
        using var app = new GAplic(new GAplicOptions { Logger = _log, Settings = configuration.AsEnumerable() });
        var probe = app.Create<Probe>();

        Assert.Equal((21, "from configuration"), (probe.Size, probe.Label));
        Assert.Empty(_log.From(LogLevel.Error));
    }
}
