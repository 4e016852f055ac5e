using FsmKit.Analyzers.Rules;
using FsmKit.RoslynTesting;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0015: a gobj outside of every tree.</summary>
public sealed class MadeWithNewAnalyzerTests
{
    private const string Door =
        """
        [GClass]
        public sealed partial class Door : GObj
        {
            private enum State { Closed }

            [Parameter] public partial int Port { get; set; }
        }

        public abstract class Base : GObj;
        """;

    private readonly AnalyzerVerifier _verify = new(new MadeWithNewAnalyzer(), "FSM0015");

    private static string Code(string code, string member = "") => $"public static class Code {{ public static object? Run(GAplic app) {{ {code} }} {member} }}";

    [Theory]
    [InlineData("return [|new Door()|];")]
    [InlineData("Door door = [|new()|]; return door;")]
    [InlineData("return [|new Door()|] { Port = 80 };")]
    [InlineData("return [|new Door|] { Port = 80 };")]
    [InlineData("Func<Door> make = () => [|new()|]; return make;")]
    [InlineData("return (object)[|new Door()|];")]
    [InlineData("return new List<Door> { [|new()|] };")]
    [InlineData("return [|Activator.CreateInstance<Door>()|];")]
    [InlineData("return [|Activator.CreateInstance(typeof(Door))|];")]
    [InlineData("return [|Activator.CreateInstance(typeof(Door), nonPublic: true)|];")]
    [InlineData("return Make<Door>();", "private static T Make<T>() where T : GObj, new() => [|new T()|];")]
    [InlineData("return null;", "private static T Make<T>() where T : Base, new() => [|new()|];")]
    [InlineData("return null;", "private static T Make<T, U>() where T : U, new() where U : GObj => [|new()|];")]
    [InlineData("return null;", "private static readonly Door _door = [|new()|];")]
    public Task Whatever_makes_one_is_told(string code, string member = "") => _verify.VerifyAsync(Code(code, member), Door);

    [Theory]
    [InlineData("return app.Create<Door>();")]
    [InlineData("return app.Create<Door>(configure: door => door.Port = 80);")]
    [InlineData("return app.Create(() => new Door());")]
    [InlineData("return app.Create<Door>(() => new(), \"front\");")]
    [InlineData("return app.Create(make: () => { var door = new Door(); return door; });")]
    [InlineData("return app.Restore(() => new Door { Port = 80 }, null!);")]
    [InlineData("return new GAplic();")]
    [InlineData("GAplic root = new(\"root\"); return root;")]
    [InlineData("return Activator.CreateInstance<object>();")]
    [InlineData("return new T[1];", "private sealed class T;")]
    [InlineData("return Make<object>();", "private static T Make<T>() where T : new() => new();")]
    [InlineData("return typeof(Door);")]
    public Task A_child_a_root_and_anything_else_are_fine(string code, string member = "") => _verify.VerifyAsync(Code(code, member), Door);

    [Fact]
    public Task A_gobj_inside_a_gobj_is_told_too() => _verify.VerifyAsync(
        "[GClass] public sealed partial class House : GObj { private enum State { A } protected override void StartUp() { var door = [|new Door()|]; door.Destroy(); } }",
        Door);

    [Fact]
    public async Task The_message_says_what_to_do()
    {
        var found = await _verify.VerifyAsync(Code("return [|new Door()|];"), Door);
        Assert.Equal(
            "A 'Door' that is made with 'new' belongs to no loop and accepts no event: make it with Create<Door>() of its parent, which is a gobj or the GAplic",
            found[0].GetMessage());
    }
}
