using FsmKit.Analyzers;
using FsmKit.CodeFixes.Fixes;
using FsmKit.RoslynTesting;

namespace FsmKit.CodeFixes.Tests.Fixes;

/// <summary>FSM0009: the event is declared behind the others.</summary>
public sealed class UndeclaredInputFixTests
{
    private readonly CodeFixVerifier<GClassAnalyzer, UndeclaredInputFix> _fix = new();

    private const string Table =
        """

        public sealed partial class Door : GObj
        {
            private enum State
            {
                [Ignore<EvOpen>, Ignore<EvClose>]
                Closed,

                [Ignore<EvOpen>]
                [Ignore<EvClose>]
                Opened,
            }
        }
        """;

    [Theory]
    [InlineData("[GClass]", "[GClass]\n[Input<EvOpen>]\n[Input<EvClose>]")]
    [InlineData("[GClass, Output<EvLock>] // a door", "[GClass, Output<EvLock>] // a door\n[Input<EvOpen>]\n[Input<EvClose>]")]
    [InlineData("[Input<EvLock>]\n[GClass]", "[Input<EvLock>]\n[Input<EvOpen>]\n[Input<EvClose>]\n[GClass]")]
    public Task Each_event_is_declared_once(string before, string after) => _fix.VerifyAllAsync([before + Table, Snippets.Events], [after + Table]);

    [Fact]
    public Task Both_events_of_asynchronous_work_are_declared() => _fix.VerifyAllAsync(
        ["[GClass]\nsealed partial class Door : GObj { enum State { [Invoke<EvOpen, EvClose>(nameof(WorkAsync))] Closed } System.Threading.Tasks.Task<int> WorkAsync() => null!; }", Snippets.Events],
        ["[GClass]\n[Input<EvOpen>]\n[Input<EvClose>]\nsealed partial class Door : GObj { enum State { [Invoke<EvOpen, EvClose>(nameof(WorkAsync))] Closed } System.Threading.Tasks.Task<int> WorkAsync() => null!; }"]);

    [Fact]
    public Task One_is_declared_on_one_line() => _fix.VerifyAsync(
        ["[GClass] sealed partial class Door : GObj { enum State { [Ignore<EvOpen>] Closed } }", Snippets.Events],
        ["[GClass][Input<EvOpen>] sealed partial class Door : GObj { enum State { [Ignore<EvOpen>] Closed } }"]);

    [Fact]
    public Task It_is_declared_in_the_part_with_the_others_by_a_name_that_is_known_there() => _fix.VerifyAllAsync(
        [
            """
            namespace Doors;

            using Events;

            partial class Door
            {
                public struct EvKnock;

                private enum State
                {
                    [Ignore<EvRing>]
                    [On<EvKnock>(Next = nameof(Closed))]
                    Closed,
                }
            }
            """,
            """
            namespace Doors;

            [GClass]
            [Input<EvOpen>]
            public sealed partial class Door : GObj;
            """,
            "namespace Events { public struct EvRing; }",
            Snippets.Events,
        ],
        [
            """
            namespace Doors;

            using Events;

            partial class Door
            {
                public struct EvKnock;

                private enum State
                {
                    [Ignore<EvRing>]
                    [On<EvKnock>(Next = nameof(Closed))]
                    Closed,
                }
            }
            """,
            """
            namespace Doors;

            [GClass]
            [Input<EvOpen>]
            [Input<Events.EvRing>]
            [Input<EvKnock>]
            public sealed partial class Door : GObj;
            """,
        ]);
}
