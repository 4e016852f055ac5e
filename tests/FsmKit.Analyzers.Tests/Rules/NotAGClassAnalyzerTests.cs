using System.Reflection;
using FsmKit.Analyzers.Rules;
using FsmKit.RoslynTesting;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0014: a gobj without a table.</summary>
public sealed class NotAGClassAnalyzerTests
{
    private readonly AnalyzerVerifier _verify = new(new NotAGClassAnalyzer(), "FSM0014");

    [Theory]
    [InlineData("public sealed class [|Door|] : GObj;")]
    [InlineData("public class [|Door|] : GObj { private enum State { Closed } }")]
    [InlineData("[Input<int>] public sealed partial class [|Door|] : GObj;")]
    [InlineData("[Serializable] public sealed class [|Door|] : GObj;")]
    [InlineData("public sealed class [|Door|]<T> : GObj;")]
    [InlineData("public class [|Base|]<T> : GObj; [GClass] public sealed partial class Door : Base<int> { private enum State { Closed } }")]
    [InlineData("public abstract class Base : GObj; public sealed class [|Door|] : Base;")]
    [InlineData("public abstract class Base<T> : GObj; public abstract class Middle : Base<int>; public sealed class [|Door|] : Middle;")]
    [InlineData("public static class Outer { private sealed class [|Door|] : GObj; }")]
    public async Task A_class_without_the_attribute_is_told(string source)
    {
        var found = await _verify.VerifyAsync(source);
        Assert.Contains("derives from GObj and has no [GClass]: it has no table and accepts no event; ", found[0].GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[GClass] public sealed partial class Door : GObj { private enum State { Closed } }")]
    [InlineData("[GClass] public sealed partial class Door : GObj; partial class Door { private enum State { Closed } }")]
    [InlineData("public abstract class Base : GObj { protected void Ac() { } }")]
    [InlineData("public class Door : Exception;")]
    [InlineData("public class Watched(GObj gobj) { public GObj It => gobj; }")]
    [InlineData("[{|CS0246:{|CS0246:GClas|}|}] public sealed partial class Door : GObj;")]
    [InlineData("public sealed class Door : {|CS0246:GObject|};")]
    public Task A_gclass_a_base_and_another_class_are_fine(string source) => _verify.VerifyAsync(source);

    [Theory]
    [InlineData("public sealed class Handmade : GObj { MACHINE }")]
    [InlineData("public abstract class Handmade : GObj { MACHINE } public sealed class Probe : Handmade;")]
    public Task A_machine_by_hand_is_fine(string source)
    {
        var told = typeof(GObj).GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Single(static property => property.PropertyType == typeof(MachineDescription) && property.GetMethod!.IsVirtual);
        var reach = told.GetMethod!.IsPublic ? "public" : "protected";
        return _verify.VerifyAsync(source.Edited(
            "MACHINE", $"{reach} override MachineDescription {told.Name} => throw new NotSupportedException();"));
    }

    [Fact]
    public async Task A_class_that_derives_from_a_gclass_is_told_what_to_do_instead()
    {
        var found = await _verify.VerifyAsync("[GClass] public partial class Door : GObj { private enum State { Closed } } public class [|FrontDoor|] : Door; public class [|Porch|] : FrontDoor;");
        Assert.StartsWith("'FrontDoor' derives from the gclass 'Door' and has no table of its own: ", found[0].GetMessage(), StringComparison.Ordinal);
    }
}
