using Xunit;

namespace FsmKit.Tests;

/// <summary>Lines of traces, which have exactly the form of GinsFSM's.</summary>
public sealed class TracingTests : IDisposable
{
    private readonly LogLines _log = new();
    private readonly GAplic _app;

    public TracingTests() => _app = new GAplic("app", new GAplicOptions { Logger = _log, Time = new ManualTime() });

    public void Dispose() => _app.Dispose();

    [Fact]
    public void Events_are_written_with_indentation_by_nesting()
    {
        var outer = _app.Create<Probe>("outer");
        var inner = _app.Create<Probe>("inner");
        outer.TraceMachine = MachineTraceLevel.Events;
        inner.TraceMachine = MachineTraceLevel.Data;
        outer.OnPing = self => self.Tell(inner, 2);
        _log.Clear();

        outer.Send(new EvPing(1));

        Assert.Equal(
            [
                "Information: 2026-11-20 10:00:00  -> mach: (Probe:outer), st: Idle, ev: (EvPing,), ac: AcPing()",
                "Information: 2026-11-20 10:00:00    -> mach: (Probe:inner), st: Idle, ev: (EvPing,EvPing { Number = 2 }), ac: AcPing()",
                "Information: 2026-11-20 10:00:00    <- mach: (Probe:inner), st: Idle, ret: Handled",
                "Information: 2026-11-20 10:00:00  <- mach: (Probe:outer), st: Idle, ret: Handled",
            ],
            _log.Lines);
    }

    [Fact]
    public void Indentation_comes_back_after_an_exception()
    {
        var probe = _app.Create<Probe>("p");
        probe.TraceMachine = MachineTraceLevel.Events;
        probe.OnPing = static _ => throw new NotSupportedException();
        Assert.Throws<NotSupportedException>(() => probe.Send(new EvPing(1)));
        _log.Clear();

        probe.Send(new EvPong(1));

        Assert.StartsWith("Information: 2026-11-20 10:00:00  -> mach", _log.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Switching_is_written_once_per_change()
    {
        var probe = _app.Create<Probe>("p");
        _log.Clear();
        probe.TraceMachine = MachineTraceLevel.Off;
        probe.TraceMachine = MachineTraceLevel.Events;
        probe.TraceMachine = MachineTraceLevel.Events;
        probe.TraceMachine = MachineTraceLevel.Off;
        probe.Send(new EvPong(1));

        Assert.Equal(
            ["Information: 2026-11-20 10:00:00 * trace_mach ON: (Probe:p)", "Information: 2026-11-20 10:00:00 * trace_mach OFF: (Probe:p)"],
            _log.Lines);
    }

    [Fact]
    public void A_setting_traces_a_gclass_and_an_option_traces_all()
    {
        using var bySetting = new GAplic(new GAplicOptions { Logger = _log, Settings = [new("Probe.trace_machine", "events")] });
        bySetting.Create<Probe>().Send(new EvPong(1));
        Assert.Contains(_log.Lines, static line => line.Contains("-> mach", StringComparison.Ordinal));

        _log.Clear();
        using var byOption = new GAplic(new GAplicOptions { Logger = _log, TraceMachine = MachineTraceLevel.Events });
        byOption.Create<Probe>().Send(new EvPong(1));
        Assert.Contains(_log.Lines, static line => line.Contains("-> mach", StringComparison.Ordinal));
    }
}
