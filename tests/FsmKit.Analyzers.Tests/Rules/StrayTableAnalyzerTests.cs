using FsmKit.Analyzers.Rules;
using FsmKit.RoslynTesting;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0072: reviewed tables that nothing is compared with.</summary>
public sealed class StrayTableAnalyzerTests
{
    private const string Door = "namespace Doors; [GClass, Input<EvOpen>] public sealed partial class Door : GObj { private enum State { [Ignore<EvOpen>] A } } public sealed class Other;";

    private static AnalyzerVerifier Verify(string file, string text) => new(new StrayTableAnalyzer(), "FSM0072") { Files = [(file, text)] };

    [Theory]
    [InlineData("Dor.table.md", "Dor.table.md")]
    [InlineData("Other.table.md", "Other.table.md")]
    [InlineData("Outer.Door.table.md", "Outer.Door.table.md")]
    [InlineData("elsewhere/Door.table.md", "Door.table.md")]
    public async Task One_without_its_gclass_is_told(string file, string name) => Assert.Equal(
        $"{name} is compared with nothing: no gclass of that name is declared in its folder",
        Assert.Single(await Verify(file, "[||]# Door\n").VerifyAsync(Door, Snippets.Events)).GetMessage());

    [Theory]
    [InlineData("Door.table.md")]
    [InlineData("Door.table.MD")]
    [InlineData("Dor.md")]
    public Task One_beside_it_and_other_files_are_fine(string file) => Verify(file, "# Door\n").VerifyAsync(Door, Snippets.Events);
}
