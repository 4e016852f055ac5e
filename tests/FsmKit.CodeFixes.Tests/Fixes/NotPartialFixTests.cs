using FsmKit.Analyzers;
using FsmKit.CodeFixes.Fixes;
using FsmKit.RoslynTesting;

namespace FsmKit.CodeFixes.Tests.Fixes;

/// <summary>FSM0001: the word 'partial' goes to its place in C#.</summary>
public sealed class NotPartialFixTests
{
    private readonly CodeFixVerifier<GClassAnalyzer, NotPartialFix> _fix = new();

    [Fact]
    public Task The_word_stands_before_class() => _fix.VerifyAsync(
        """
        [GClass]
        public sealed /* it */ class Door : GObj
        {
            private enum State { Closed }
        }
        """,
        """
        [GClass]
        public sealed /* it */ partial class Door : GObj
        {
            private enum State { Closed }
        }
        """);

    [Fact]
    public Task All_types_around_are_made_partial_at_once() => _fix.VerifyAllAsync(
        """
        public readonly record struct Outer
        {
            interface IMiddle
            {
                [GClass]
                public sealed class Door : GObj
                {
                    private enum State { Closed }
                }

                [GClass]
                public sealed class Window : GObj
                {
                    private enum State { Closed }
                }
            }
        }
        """,
        """
        public readonly partial record struct Outer
        {
            partial interface IMiddle
            {
                [GClass]
                public sealed partial class Door : GObj
                {
                    private enum State { Closed }
                }

                [GClass]
                public sealed partial class Window : GObj
                {
                    private enum State { Closed }
                }
            }
        }
        """);
}
