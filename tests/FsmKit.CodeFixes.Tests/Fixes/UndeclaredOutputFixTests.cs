using FsmKit.Analyzers.Rules;
using FsmKit.CodeFixes.Fixes;
using FsmKit.RoslynTesting;

namespace FsmKit.CodeFixes.Tests.Fixes;

/// <summary>FSM0010: the event is declared behind the others.</summary>
public sealed class UndeclaredOutputFixTests
{
    private readonly CodeFixVerifier<UndeclaredOutputAnalyzer, UndeclaredOutputFix> _fix = new();

    private static string Door(string attributes) =>
        attributes +
        """

        public sealed partial class Door : GObj
        {
            private enum State { Closed }

            private void Ac(in EvOpen e)
            {
                Publish(e);
                Publish(new EvOpen(1));
                Publish(default(EvClose));
            }
        }
        """;

    [Theory]
    [InlineData("[GClass]", "[GClass]\n[Output<EvOpen>]\n[Output<EvClose>]")]
    [InlineData("[GClass]\n[Input<EvLock>]", "[GClass]\n[Input<EvLock>]\n[Output<EvOpen>]\n[Output<EvClose>]")]
    [InlineData("[Output<EvLock>]\n[GClass]\n[Input<EvLock>]", "[Output<EvLock>]\n[Output<EvOpen>]\n[Output<EvClose>]\n[GClass]\n[Input<EvLock>]")]
    public Task Each_event_is_declared_once(string before, string after) => _fix.VerifyAllAsync([Door(before), Snippets.Events], [Door(after)]);

    [Fact]
    public async Task An_event_of_a_type_parameter_cannot_be_declared() => Assert.Empty(await _fix.OfferedKeysAsync(
        "[GClass] public sealed partial class Door<T> : GObj where T : struct { private enum State { Closed } private void Ac(T e) => Publish(e); }"));
}
