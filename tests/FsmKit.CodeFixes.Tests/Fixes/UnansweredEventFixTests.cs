using FsmKit.Analyzers;
using FsmKit.CodeFixes.Fixes;
using FsmKit.RoslynTesting;

namespace FsmKit.CodeFixes.Tests.Fixes;

/// <summary>FSM0007: the three ways to answer, for one state and for all.</summary>
public sealed class UnansweredEventFixTests
{
    private readonly CodeFixVerifier<GClassAnalyzer, UnansweredEventFix> _on = new() { Key = "FSM0007.On" };
    private readonly CodeFixVerifier<GClassAnalyzer, UnansweredEventFix> _ignore = new() { Key = "FSM0007.Ignore" };
    private readonly CodeFixVerifier<GClassAnalyzer, UnansweredEventFix> _refuse = new() { Key = "FSM0007.Refuse" };

    private static string Door(string states, string members = "") =>
        $$"""
        [GClass]
        [Input<EvOpen>, Input<EvClose>]
        public sealed partial class Door : GObj
        {
            private enum State : byte
            {
                {{states.Replace("\n", "\n        ", StringComparison.Ordinal).Replace("        \n", "\n", StringComparison.Ordinal)}}
            }
        {{members}}}

        """;

    private const string AcOpen = "\n    private void AcOpen(in EvOpen e)\n    {\n        " + Unwritten.Throw + "\n    }\n";
    private const string AcClose = "\n    private void AcClose(in EvClose e)\n    {\n        " + Unwritten.Throw + "\n    }\n";

    [Fact]
    public async Task The_action_is_offered_first() => Assert.Equal(
        ["FSM0007.On", "FSM0007.Ignore", "FSM0007.Refuse"], await _on.OfferedKeysAsync(Door("Closed,"), Snippets.Events));

    [Fact]
    public Task Rows_and_actions_are_added() => _on.VerifyAsync(
        [Door("/// <summary>Shut.</summary>\n// really\nClosed, // and quiet"), Snippets.Events],
        [
            Door(
                "/// <summary>Shut.</summary>\n// really\n[On<EvOpen>(nameof(AcOpen))]\n[On<EvClose>(nameof(AcClose))]\nClosed, // and quiet",
                AcOpen + AcClose),
        ]);

    [Fact]
    public Task They_follow_the_rows_that_are_there() => _on.VerifyAsync(
        [Door("/// <summary>Shut.</summary>\n[Ignore<EvClose>] // why\n// because\nClosed = 1,"), Snippets.Events],
        [Door("/// <summary>Shut.</summary>\n[Ignore<EvClose>] // why\n[On<EvOpen>(nameof(AcOpen))]\n// because\nClosed = 1,", AcOpen)]);

    [Theory]
    [InlineData("[Ignore<EvClose>] Closed,", "[Ignore<EvClose>]\n[Ignore<EvOpen>]\nClosed,")]
    [InlineData("[Ignore<EvClose>] /* shut */ Closed,", "[Ignore<EvClose>][Ignore<EvOpen>] /* shut */ Closed,")]
    [InlineData("[After(10)]\n[Ignore<EvClose>] Closed", "[After(10)]\n[Ignore<EvClose>]\n[Ignore<EvOpen>]\nClosed")]
    public Task A_state_behind_its_attributes_gets_a_line_of_its_own(string before, string after) =>
        _ignore.VerifyAsync([Door(before), Snippets.Events], [Door(after)]);

    [Fact]
    public Task A_table_on_one_line_stays_on_one_line() => _ignore.VerifyAllAsync(
        ["[GClass, Input<EvOpen>]\nsealed partial class Door : GObj\n{\n    enum State { Closed, [Enter(nameof(Ac))] Opened }\n    void Ac() { }\n}\n", Snippets.Events],
        ["[GClass, Input<EvOpen>]\nsealed partial class Door : GObj\n{\n    enum State { [Ignore<EvOpen>] Closed, [Enter(nameof(Ac))][Ignore<EvOpen>] Opened }\n    void Ac() { }\n}\n"]);

    [Fact]
    public Task A_state_is_closed() => _refuse.VerifyAllAsync(
        [Door("[Ignore<EvOpen>]\nClosed,\n\nOpened,"), Snippets.Events], [Door("[Ignore<EvOpen>]\n[Refuse]\nClosed,\n\n[Refuse]\nOpened,")]);

    [Fact]
    public Task All_states_at_once_share_one_new_action() => _on.VerifyAllAsync(
        [Door("Closed,\n\n[On<EvOpen>(Next = Closed)]\nOpened,\nAjar,"), Snippets.Events],
        [
            Door(
                """
                [On<EvOpen>(nameof(AcOpen))]
                [On<EvClose>(nameof(AcClose))]
                Closed,

                [On<EvOpen>(Next = Closed)]
                [On<EvClose>(nameof(AcClose))]
                Opened,
                [On<EvOpen>(nameof(AcOpen))]
                [On<EvClose>(nameof(AcClose))]
                Ajar,
                """,
                AcOpen + AcClose),
        ]);

    [Fact]
    public Task A_whole_project_is_fixed_with_all_its_gclasses() => _on.VerifyAllAsync(
        [
            Door("Closed,"), Door("Closed,").Edited("Door", "Window"), Snippets.Events,
        ],
        [
            Door("[On<EvOpen>(nameof(AcOpen))]\n[On<EvClose>(nameof(AcClose))]\nClosed,", AcOpen + AcClose),
            Door("[On<EvOpen>(nameof(AcOpen))]\n[On<EvClose>(nameof(AcClose))]\nClosed,", AcOpen + AcClose).Edited("Door", "Window"),
        ]);

    [Theory]
    [InlineData("private void AcOpen() { }", "AcOpen", "")]
    [InlineData("private static void AcOpen(GObj? source, in EvOpen e) { }", "AcOpen", "")]
    [InlineData("private void AcOpen(in EvClose e) { }", "AcOpen", AcOpen)]
    [InlineData("private int AcOpen(in EvOpen e) => 1;", "AcOpen2", "\n    private void AcOpen2(in EvOpen e)\n    {\n        " + Unwritten.Throw + "\n    }\n")]
    [InlineData("private int AcOpen => 1;", "AcOpen2", "\n    private void AcOpen2(in EvOpen e)\n    {\n        " + Unwritten.Throw + "\n    }\n")]
    public Task A_method_that_fits_is_used_and_one_that_does_not_is_left_alone(string member, string action, string added) => _on.VerifyAsync(
        [Door("[Ignore<EvClose>]\nClosed,", $"\n    {member}\n"), Snippets.Events],
        [Door($"[Ignore<EvClose>]\n[On<EvOpen>(nameof({action}))]\nClosed,", $"\n    {member}\n{added}")]);

    [Fact]
    public Task Line_ends_and_indentation_stay_as_they_are() =>
        new CodeFixVerifier<GClassAnalyzer, UnansweredEventFix> { Key = "FSM0007.On", IsFormatted = false }.VerifyAsync(
            ["[GClass, Input<EvOpen>]\r\nsealed partial class Door : GObj\r\n{\r\n\tenum State\r\n\t{\r\n\t\tClosed,\r\n\t}\r\n}\r\n", Snippets.Events],
            [
                "[GClass, Input<EvOpen>]\r\nsealed partial class Door : GObj\r\n{\r\n\tenum State\r\n\t{\r\n\t\t[On<EvOpen>(nameof(AcOpen))]\r\n\t\tClosed,\r\n\t}\r\n\r\n\tprivate void AcOpen(in EvOpen e)\r\n\t{\r\n\t\t" + Unwritten.Throw + "\r\n\t}\r\n}\r\n",
            ]);

    [Fact]
    public Task The_actions_go_to_the_part_with_the_table_by_names_that_are_known_there() => _on.VerifyAsync(
        [
            """
            namespace Doors
            {
                public partial class Outer<T>
                {
                    partial class Door<U>
                    {
                        private enum State
                        {
                            Closed,
                        }
                    }
                }
            }
            """,
            """
            namespace Doors;

            using Events;

            partial class Outer<T>
            {
                [GClass]
                [Input<EvRing>, Input<EvData<int>>, Input<Other.EvRing>]
                [Input<EvRxData>]
                public sealed partial class Door<U> : GObj;
            }
            """,
            "namespace Events { public struct EvRing; public struct EvData<T>; } namespace Other { public struct EvRing; }",
            Snippets.Events,
        ],
        [
            $$"""
            namespace Doors
            {
                public partial class Outer<T>
                {
                    partial class Door<U>
                    {
                        private enum State
                        {
                            [On<Events.EvRing>(nameof(AcRing))]
                            [On<Events.EvData<int>>(nameof(AcData))]
                            [On<Other.EvRing>(nameof(AcRing))]
                            [On<EvRxData>(nameof(AcRxData))]
                            Closed,
                        }

                        private void AcRing(in Events.EvRing e)
                        {
                            {{Unwritten.Throw}}
                        }

                        private void AcData(in Events.EvData<int> e)
                        {
                            {{Unwritten.Throw}}
                        }

                        private void AcRing(in Other.EvRing e)
                        {
                            {{Unwritten.Throw}}
                        }

                        private void AcRxData(in EvRxData e)
                        {
                            {{Unwritten.Throw}}
                        }
                    }
                }
            }
            """,
        ]);

    [Fact]
    public Task Without_the_using_the_names_are_whole() =>
        new CodeFixVerifier<GClassAnalyzer, UnansweredEventFix> { Key = "FSM0007.Refuse", WithUsings = false }.VerifyAsync(
            ["[FsmKit.GClass]\n[FsmKit.Input<int>]\nsealed partial class Door : FsmKit.GObj\n{\n    enum State\n    {\n        Closed,\n    }\n}\n"],
            ["[FsmKit.GClass]\n[FsmKit.Input<int>]\nsealed partial class Door : FsmKit.GObj\n{\n    enum State\n    {\n        [FsmKit.Refuse]\n        Closed,\n    }\n}\n"]);
}
