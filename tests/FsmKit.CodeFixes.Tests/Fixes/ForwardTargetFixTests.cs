using FsmKit.Analyzers;
using FsmKit.CodeFixes.Fixes;
using FsmKit.RoslynTesting;

namespace FsmKit.CodeFixes.Tests.Fixes;

/// <summary>FSM0040: the event is declared by the gclass of the target, in any file.</summary>
public sealed class ForwardTargetFixTests
{
    private readonly CodeFixVerifier<GClassAnalyzer, ForwardTargetFix> _fix = new();

    private static string House(string type) =>
        "[GClass, Input<EvOpen>]\npublic sealed partial class House : GObj\n{\n    private readonly " + type + "? _door = null;\n\n    private enum State { [Forward<EvOpen>(nameof(_door))] S0 }\n}\n";

    private static string Door(string attributes) =>
        attributes + "\npublic sealed partial class Door : GObj\n{\n    private enum State { [Refuse] S0 }\n}\n";

    [Fact]
    public Task It_is_declared_in_the_file_of_the_target() => _fix.VerifyAllAsync(
        [House("Door"), Door("[GClass]\n[Input<EvClose>]"), Snippets.Events], [House("Door"), Door("[GClass]\n[Input<EvClose>]\n[Input<EvOpen>]")]);

    [Fact]
    public async Task What_is_no_gclass_declares_nothing() => Assert.Empty(await _fix.OfferedKeysAsync(House("GObj"), Snippets.Events));
}
