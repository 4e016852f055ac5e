using FsmKit.Analyzers.Rules;
using FsmKit.CodeFixes.Fixes;
using FsmKit.RoslynTesting;

namespace FsmKit.CodeFixes.Tests.Fixes;

/// <summary>FSM0014: a gclass, or a base of gclasses.</summary>
public sealed class NotAGClassFixTests
{
    private readonly CodeFixVerifier<NotAGClassAnalyzer, NotAGClassFix> _fix = new();

    [Theory]
    [InlineData("public class Door : GObj;\n", "[GClass]\npublic sealed partial class Door : GObj;\n")]
    [InlineData("public sealed partial class Door : GObj;\n", "[GClass]\npublic sealed partial class Door : GObj;\n")]
    [InlineData("class Door : GObj;\n", "[GClass]\nsealed partial class Door : GObj;\n")]
    [InlineData("/// <summary>It.</summary>\n[Input<int>]\npublic sealed class Door : GObj\n{\n    enum State { [Ignore<int>] Closed }\n}\n", "/// <summary>It.</summary>\n[GClass]\n[Input<int>]\npublic sealed partial class Door : GObj\n{\n    enum State { [Ignore<int>] Closed }\n}\n")]
    [InlineData("public class Outer\n{\n    private class Door : GObj { }\n}\n", "public partial class Outer\n{\n    [GClass]\n    private sealed partial class Door : GObj { }\n}\n")]
    [InlineData("public abstract class Base : GObj;\n\npublic class Door : Base;\n", "public abstract class Base : GObj;\n\n[GClass]\npublic sealed partial class Door : Base;\n")]
    public Task It_becomes_a_gclass(string before, string after) => _fix.VerifyAsync(before, after);

    [Fact]
    public Task Without_the_using_the_name_is_whole() => new CodeFixVerifier<NotAGClassAnalyzer, NotAGClassFix> { WithUsings = false }.VerifyAsync(
        "class Door : FsmKit.GObj;\n", "[FsmKit.GClass]\nsealed partial class Door : FsmKit.GObj;\n");

    [Fact]
    public async Task A_class_that_others_derive_from_becomes_abstract()
    {
        const string Derived = "[GClass] public sealed partial class Front : Door { private enum State { Closed } }";
        Assert.Equal(["FSM0014.Abstract"], await _fix.OfferedKeysAsync("public class Door : GObj;", Derived));
        var choice = new CodeFixVerifier<NotAGClassAnalyzer, NotAGClassFix> { Key = "FSM0014.Abstract", IsChoice = true };
        await choice.VerifyAsync(["public partial class Door : GObj;\n", Derived], ["public abstract partial class Door : GObj;\n"]);
    }

    [Fact]
    public async Task One_that_derives_from_a_gclass_is_left_to_its_author() => Assert.Empty(await _fix.OfferedKeysAsync(
        "public class Front : Door;", "[GClass] public partial class Door : GObj { private enum State { Closed } }"));

    [Fact]
    public Task Several_become_gclasses_at_once() => _fix.VerifyAllAsync(
        "public class Door : GObj;\n\npublic class Window : GObj;\n",
        "[GClass]\npublic sealed partial class Door : GObj;\n\n[GClass]\npublic sealed partial class Window : GObj;\n");
}
