using FsmKit.Analyzers.Rules;
using FsmKit.CodeFixes.Fixes;
using FsmKit.RoslynTesting;

namespace FsmKit.CodeFixes.Tests.Fixes;

/// <summary>FSM0030: the event is declared behind the other inputs.</summary>
public sealed class UndeclaredDeliveryFixTests
{
    private readonly CodeFixVerifier<UndeclaredDeliveryAnalyzer, UndeclaredDeliveryFix> _fix = new();

    private static string Door(string attributes) =>
        attributes +
        """

        public sealed partial class Door : GObj
        {
            private enum State { Closed }

            private void Ac(in EvOpen e)
            {
                StartTimer(TimeSpan.Zero, e);
                StartTimer(TimeSpan.Zero, TimeSpan.FromSeconds(1), new EvOpen(1));
                StopTimer<EvClose>();
                StartTimer<EvClose>(TimeSpan.Zero, default);
            }
        }
        """;

    [Theory]
    [InlineData("[GClass]", "[GClass]\n[Input<EvOpen>]\n[Input<EvClose>]")]
    [InlineData("[GClass]\n[Input<EvLock>]\n[Output<EvOpen>]", "[GClass]\n[Input<EvLock>]\n[Input<EvOpen>]\n[Input<EvClose>]\n[Output<EvOpen>]")]
    public Task Each_event_is_declared_once(string before, string after) => _fix.VerifyAllAsync([Door(before), Snippets.Events], [Door(after)]);
}
