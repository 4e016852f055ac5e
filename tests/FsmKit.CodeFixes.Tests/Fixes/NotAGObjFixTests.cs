using FsmKit.Analyzers;
using FsmKit.CodeFixes.Fixes;
using FsmKit.RoslynTesting;

namespace FsmKit.CodeFixes.Tests.Fixes;

/// <summary>FSM0003: the base class comes first, and its namespace with it.</summary>
public sealed class NotAGObjFixTests
{
    private readonly CodeFixVerifier<GClassAnalyzer, NotAGObjFix> _fix = new();

    [Theory]
    [InlineData("Door", "Door : GObj")]
    [InlineData("Door<T>\n    where T : class", "Door<T> : GObj\n    where T : class")]
    [InlineData("Door : IDisposable", "Door : GObj, IDisposable")]
    public Task The_base_stands_first(string before, string after) => new CodeFixVerifier<GClassAnalyzer, NotAGObjFix> { Compiles = !after.Contains("IDisp", StringComparison.Ordinal) }.VerifyAsync(
        $"[GClass]\npublic sealed partial class {before}\n{{\n    private enum State {{ Closed }}\n}}\n",
        $"[GClass]\npublic sealed partial class {after}\n{{\n    private enum State {{ Closed }}\n}}\n");

    [Fact]
    public async Task Another_base_is_left_to_its_author() => Assert.Empty(await _fix.OfferedKeysAsync(
        "public class Base; [GClass] public sealed partial class Door : Base { private enum State { Closed } }"));

    [Fact]
    public Task Several_are_derived_at_once() => _fix.VerifyAllAsync(
        """
        [GClass]
        public sealed partial class Door
        {
            private enum State { Closed }
        }

        [GClass]
        public sealed partial class Window
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

    [Theory]
    [InlineData("", "using FsmKit;\n\n")]
    [InlineData("// Copyright\n\n", "// Copyright\n\nusing FsmKit;\n\n")]
    [InlineData("using System.Text;\n\n", "using System.Text;\nusing FsmKit;\n\n")]
    [InlineData("using System.Text;\nusing Zebra;\n\n", "using System.Text;\nusing FsmKit;\nusing Zebra;\n\n")]
    public Task A_missing_using_is_added_in_its_order(string before, string after)
    {
        const string Class = "/// <summary>A door.</summary>\n[FsmKit.GClass]\npublic sealed partial class Door";
        const string Body = "\n{\n    private enum State { Closed }\n}\n";
        return new CodeFixVerifier<GClassAnalyzer, NotAGObjFix> { WithUsings = false }.VerifyAsync(
            [before + Class + Body, "namespace Zebra { public class Stripes; }"], [after + Class + " : GObj" + Body]);
    }
}
