using FsmKit.Analyzers.Rules;
using FsmKit.CodeFixes.Fixes;
using FsmKit.RoslynTesting;

namespace FsmKit.CodeFixes.Tests.Fixes;

/// <summary>FSM0015: a parent in reach creates the gobj.</summary>
public sealed class MadeWithNewFixTests
{
    private const string Door =
        """
        [GClass]
        public sealed partial class Door : GObj
        {
            private enum State { Closed }

            [Parameter] public partial int Port { get; set; }

            [Parameter] public partial string Host { get; set; } = "";

            public List<int> Keys { get; } = [];

            public int Fixed { get; init; }
        }
        """;

    private readonly CodeFixVerifier<MadeWithNewAnalyzer, MadeWithNewFix> _fix = new();

    private static string Plain(string member) => $"public class Code\n{{\n    {member}\n}}\n";

    private static string House(string member) => $"[GClass]\npublic sealed partial class House : GObj\n{{\n    private enum State {{ Closed }}\n\n    {member}\n}}\n";

    [Theory]
    [InlineData("protected override void StartUp() => new Door().Destroy();", "protected override void StartUp() => Create<Door>().Destroy();")]
    [InlineData("private Door Make() => new();", "private Door Make() => Create<Door>();")]
    [InlineData("private Door Make() => new() { Port = 80 };", "private Door Make() => Create<Door>(configure: door => door.Port = 80);")]
    [InlineData("private Door Make() => new Door { Port = 80, Host = Name };", "private Door Make() => Create<Door>(configure: door => { door.Port = 80; door.Host = Name; });")]
    [InlineData("private Door Make(int door) => new Door { Port = door };", "private Door Make(int door) => Create<Door>(configure: gobj => gobj.Port = door);")]
    [InlineData("private Func<Door> Make() => () => new();", "private Func<Door> Make() => () => Create<Door>();")]
    [InlineData("private Door It { get { return new Door(); } }", "private Door It { get { return Create<Door>(); } }")]
    public Task In_a_gobj_the_gobj_makes_it(string before, string after) => _fix.VerifyAsync([House(before), Door], [House(after)]);

    [Theory]
    [InlineData("public Door Make(GAplic app) => new Door();", "public Door Make(GAplic app) => app.Create<Door>();")]
    [InlineData("public static Door Make(GAplic app) => new() { Port = 1 };", "public static Door Make(GAplic app) => app.Create<Door>(configure: door => door.Port = 1);")]
    [InlineData("private readonly GAplic _app = new(); public Door Make() => new();", "private readonly GAplic _app = new(); public Door Make() => _app.Create<Door>();")]
    [InlineData("public void Run() { using var app = new GAplic(); var door = new Door(); }", "public void Run() { using var app = new GAplic(); var door = app.Create<Door>(); }")]
    [InlineData("public T Make<T>(GAplic app) where T : GObj, new() => new T();", "public T Make<T>(GAplic app) where T : GObj, new() => app.Create<T>();")]
    public Task Elsewhere_the_only_loop_makes_it(string before, string after) => _fix.VerifyAsync([Plain(before), Door], [Plain(after)]);

    [Theory]
    [InlineData("public Door Make() => new Door();")]
    [InlineData("public Door Make(GAplic one, GAplic two) => new Door();")]
    [InlineData("private readonly GAplic _app = new(); public static Door Make() => new();")]
    [InlineData("public void Run() { var door = new Door(); var app = new GAplic(); }")]
    [InlineData("public Func<GAplic, Door> Make(GAplic app) => static _ => new Door();")]
    [InlineData("public Door Make(GAplic app) => new Door { Keys = { 1 } };")]
    [InlineData("public Door Make(GAplic app) => new Door { Fixed = 1 };")]
    [InlineData("public Door Make(GAplic app, in int port) => new Door { Port = port };")]
    [InlineData("public object? Make(GAplic app) => Activator.CreateInstance(typeof(Door));")]
    [InlineData("private static readonly GAplic App = new(); private readonly Door _door = new();")]
    public async Task It_is_not_offered_where_no_parent_is_sure(string member) => Assert.Empty(await _fix.OfferedKeysAsync(Plain(member), Door));

    [Theory]
    [InlineData("private readonly Door _door = new();")]
    [InlineData("public House() => new Door().Destroy();")]
    [InlineData("private static Door Make() => new Door();")]
    [InlineData("private Door Make() => new Door(); private T Create<T>() where T : new() => new();")]
    public async Task Nor_in_a_gobj_that_has_no_loop_yet(string member) => Assert.Empty(await _fix.OfferedKeysAsync(House(member), Door));

    [Fact]
    public Task Several_are_made_at_once() => _fix.VerifyAllAsync(
        [House("private Door One() => new();\n\n    private Door Two() => new Door { Port = 2 };"), Door],
        [House("private Door One() => Create<Door>();\n\n    private Door Two() => Create<Door>(configure: door => door.Port = 2);")]);
}
