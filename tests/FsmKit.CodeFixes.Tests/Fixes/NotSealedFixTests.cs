using FsmKit.Analyzers;
using FsmKit.CodeFixes.Fixes;
using FsmKit.RoslynTesting;

namespace FsmKit.CodeFixes.Tests.Fixes;

/// <summary>FSM0002: the word 'sealed' goes to its usual place.</summary>
public sealed class NotSealedFixTests
{
    private readonly CodeFixVerifier<GClassAnalyzer, NotSealedFix> _fix = new();

    [Theory]
    [InlineData("public partial class", "public sealed partial class")]
    [InlineData("partial class", "sealed partial class")]
    [InlineData("internal unsafe partial class", "internal sealed unsafe partial class", false)]
    public Task The_word_stands_in_its_order(string before, string after, bool compiles = true) =>
        new CodeFixVerifier<GClassAnalyzer, NotSealedFix> { Compiles = compiles }.VerifyAsync(
            $"[GClass]\n{before} Door : GObj\n{{\n    private enum State {{ Closed }}\n}}\n",
            $"[GClass]\n{after} Door : GObj\n{{\n    private enum State {{ Closed }}\n}}\n");

    [Fact]
    public async Task An_abstract_class_is_left_to_its_author() => Assert.Empty(await _fix.OfferedKeysAsync(
        "[GClass] public abstract partial class Door : GObj { private enum State { Closed } }"));

    [Theory]
    [InlineData("", "public sealed class FrontDoor : Door;")]
    [InlineData("<T>", "namespace Doors { public static class All { public sealed class FrontDoor : Door<int>; } }")]
    public async Task A_class_that_something_derives_from_is_left_to_its_author(string parameters, string derived) => Assert.Empty(
        await _fix.OfferedKeysAsync($"[GClass] public partial class Door{parameters} : GObj {{ private enum State {{ Closed }} }}", derived));

    [Fact]
    public Task Several_are_sealed_at_once() => _fix.VerifyAllAsync(
        """
        [GClass]
        public partial class Door : GObj
        {
            private enum State { Closed }
        }

        [GClass]
        public partial class Window : GObj
        {
            private enum State { Closed }
        }
        """,
        """
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
        """);
}
