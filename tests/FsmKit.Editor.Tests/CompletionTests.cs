namespace FsmKit.Editor.Tests;

/// <summary>Names are offered while a table is half written.</summary>
public class CompletionTests
{
    [Theory]
    [InlineData("[On<EvOpen>(nameof($$))]", "AcOpen")]
    [InlineData("[On<EvOpen>(nameof(Ac$$))]", "AcOpen")]
    [InlineData("[On<EvOpen>(nameof(AcOpen), When = nameof($$))]", "HasKey")]
    [InlineData("[On<EvOpen>(nameof(AcOpen), $$)]", "Next =", "When =")]
    [InlineData("[On<EvOpen>(nameof(AcOpen), Next = $$)]", "Closed", "Opened")]
    [InlineData("[On<EvOpen>(nameof(AcOpen), Next = O$$)]", "Opened")]
    [InlineData("[On<EvOpen>(Next = Opened), On<$$>]", "EvOpen", "EvClose")]
    [InlineData("[On<EvOpen>(Next = Opened), $$]", "On<>", "Ignore<>", "Refuse", "After", "Enter")]
    [InlineData("[On<EvOpen>(Next = Opened), After(nameof($$))]", "_patience")]
    [InlineData("[Enter(nameof($$))]", "AcStart")]
    [InlineData("[global::FsmKit.OnAttribute<EvOpen>(nameof($$", "AcOpen")]
    [InlineData("[On<EvOpen>(Next = Opened), On<EvClose>(nameof(AcNone))] Closed, [On<EvOpen>(nameof($$))]", "AcOpen")]
    public async Task A_half_written_row_is_offered_what_fits(string row, params string[] names)
    {
        var offered = await Editor.CompletionsAsync(Door(row, ""));
        Assert.Empty(names.Except(offered));
    }

    [Fact]
    public async Task A_state_that_has_no_name_yet_is_offered_what_fits() =>
        Assert.Contains("AcOpen", await Editor.CompletionsAsync(Door("", "").Replace("Opened,", "Opened, [On<EvOpen>(nameof($$))]")));

    [Theory]
    [InlineData("[On<EvOpen>(nameof(A$$))]")]
    [InlineData("[On<EvOpen>(nameof($$))]")]
    public async Task It_is_offered_while_typing(string row) => Assert.Contains("AcOpen", (await Editor.TypedAsync(Door(row, "")))!);

    [Fact]
    public async Task A_name_is_offered_once_with_its_signature() =>
        Assert.Equal("void Door.AcOpen(in EvOpen e)", await Editor.DescriptionAsync(Door("[On<EvOpen>(nameof($$))]", ""), "AcOpen"));

    [Theory]
    [InlineData("[On<EvClose>(nameof($$))]", "AcOpen")]
    [InlineData("[On<EvOpen>(nameof($$))]", "HasKey")]
    [InlineData("[On<EvOpen>(nameof(AcOpen), When = nameof($$))]", "AcOpen")]
    [InlineData("[Enter(nameof($$))]", "AcOpen")]
    [InlineData("[On<EvOpen>($$)]", "AcOpen")]
    [InlineData("[Obsolete(nameof($$))]", "AcOpen")]
    public async Task What_does_not_fit_is_not_offered(string row, string name) => Assert.DoesNotContain(name, await Editor.CompletionsAsync(Door(row, "")));

    [Theory]
    [InlineData("[On<EvOpen>(nameof(AcNone))]")]
    [InlineData("[On<EvOpen>(nameof())]")]
    [InlineData("[On<>]")]
    [InlineData("[On<EvNone>(Next = Nowhere)]")]
    public async Task Actions_are_offered_the_members_of_the_machine_while_the_table_is_broken(string row)
    {
        var offered = await Editor.CompletionsAsync(Door(row, "$$"));
        Assert.Empty(new[] { "CurrentState", "Post<>", "Send<>", "Publish" }.Except(offered));
    }

    private static string Door(string row, string body) => $$$"""
        public readonly record struct EvOpen(int Key);
        public readonly record struct EvClose;
        public readonly record struct EvOpened;
        [GClass, Input<EvOpen>, Input<EvClose>, Output<EvOpened>]
        public sealed partial class Door : GObj
        {
            private enum State
            {
                {{{row}}}
                Closed,

                Opened,
            }

            private TimeSpan _patience = TimeSpan.FromSeconds(1);
            private bool HasKey(in EvOpen e) => e.Key > 0;
            private void AcStart() { }
            private void AcOpen(in EvOpen e) { {{{body}}} }
        }
        """;
}
