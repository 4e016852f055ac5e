using FsmKit.Analyzers;
using FsmKit.CodeFixes.Fixes;
using FsmKit.RoslynTesting;

namespace FsmKit.CodeFixes.Tests.Fixes;

/// <summary>FSM0005 and CS0103: the missing method.</summary>
public sealed class CallFixTests
{
    private readonly CodeFixVerifier<GClassAnalyzer, CallFix> _fix = new();

    private static string Door(string row, string member) =>
        $$"""
        [GClass]
        [Input<EvOpen>]
        public sealed partial class Door : GObj
        {
            private enum State
            {
                {{row}}
                [Refuse]
                Closed,
            }
        {{member}}}

        """;

    [Theory]
    [InlineData("[On<EvOpen>(\"Ac\")]", "private void Ac(in EvOpen e)\n{\n    " + Unwritten.Throw + "\n}")]
    [InlineData("[On<EvOpen>(nameof(Ac))]", "private void Ac(in EvOpen e)\n{\n    " + Unwritten.Throw + "\n}")]
    [InlineData("[On<EvOpen>(action: nameof(Ac))]", "private void Ac(in EvOpen e)\n{\n    " + Unwritten.Throw + "\n}")]
    [InlineData("[On<EvOpen>(When = nameof(Has))]", "private bool Has(in EvOpen e) => " + Unwritten.Throw)]
    [InlineData("[On<EvOpen>(When = \"Has\")]", "private bool Has(in EvOpen e) => " + Unwritten.Throw)]
    [InlineData("[Enter(nameof(Ac))]", "private void Ac()\n{\n    " + Unwritten.Throw + "\n}")]
    [InlineData("[Exit(\"Ac\")]", "private void Ac()\n{\n    " + Unwritten.Throw + "\n}")]
    [InlineData("[After(10, nameof(Ac))]", "private void Ac()\n{\n    " + Unwritten.Throw + "\n}")]
    [InlineData("[After(10, When = nameof(Has))]", "private bool Has() => " + Unwritten.Throw)]
    [InlineData("[Idle(10, nameof(Ac))]", "private void Ac()\n{\n    " + Unwritten.Throw + "\n}")]
    [InlineData("[Idle(10, When = nameof(Has))]", "private bool Has() => " + Unwritten.Throw)]
    [InlineData("[Idle(nameof(Pause))]", "private TimeSpan Pause => " + Unwritten.Throw)]
    [InlineData("[After(nameof(Idle))]", "private TimeSpan Idle => " + Unwritten.Throw)]
    [InlineData("[After(\"Idle\")]", "private TimeSpan Idle => " + Unwritten.Throw)]
    [InlineData("[Invoke<EvOpen, EvOpen>(nameof(WorkAsync))]", "private System.Threading.Tasks.Task<EvOpen> WorkAsync(System.Threading.CancellationToken cancellation) => " + Unwritten.Throw)]
    public Task The_method_is_added_as_its_use_wants_it(string row, string stub) => _fix.VerifyAsync(
        [Door(row, ""), Snippets.Events], [Door(row, "\n    " + stub.Replace("\n", "\n    ", StringComparison.Ordinal) + "\n")]);

    [Theory]
    [InlineData("Validate = nameof(Is)", "private static bool Is(int? value) => " + Unwritten.Throw)]
    [InlineData("Coerce = \"Is\"", "private static int? Is(int? value) => " + Unwritten.Throw)]
    public Task Also_for_a_parameter_in_another_file(string argument, string stub) => _fix.VerifyAsync(
        [$"partial class Door\n{{\n    [Parameter({argument})]\n    public partial int? Port {{ get; set; }}\n}}\n", Door("[Ignore<EvOpen>]", ""), Snippets.Events],
        [$"partial class Door\n{{\n    [Parameter({argument})]\n    public partial int? Port {{ get; set; }}\n}}\n", Door("[Ignore<EvOpen>]", $"\n    {stub}\n")]);

    [Theory]
    [InlineData("[On<EvOpen>(\"AcOpne\")]", "private void AcOpen() { }", "FSM0005.AcOpen", "[On<EvOpen>(\"AcOpen\")]")]
    [InlineData("[On<EvOpen>(nameof(AcOpne))]", "private void AcOpen() { }", "FSM0005.AcOpen", "[On<EvOpen>(nameof(AcOpen))]")]
    [InlineData("[On<EvOpen>(nameof(acopen))]", "private static void AcOpen(GObj? source, in EvOpen e) { }", "FSM0005.AcOpen", "[On<EvOpen>(nameof(AcOpen))]")]
    [InlineData("[On<EvOpen>(nameof(AcOpenDoor))]", "private void AcOpen(in EvOpen e) { }", "FSM0005.AcOpen", "[On<EvOpen>(nameof(AcOpen))]")]
    [InlineData("[On<EvOpen>(When = nameof(HasKye))]", "private bool HasKey(in EvOpen e) => true;", "FSM0005.HasKey", "[On<EvOpen>(When = nameof(HasKey))]")]
    [InlineData("[Enter(\"AcBegn\")]", "private void AcBegin() { }", "FSM0005.AcBegin", "[Enter(\"AcBegin\")]")]
    [InlineData("[Exit(nameof(AcBegn))]", "private void AcBegin() { }", "FSM0005.AcBegin", "[Exit(nameof(AcBegin))]")]
    [InlineData("[After(nameof(Idel))]", "private TimeSpan Idle => TimeSpan.Zero;", "FSM0005.Idle", "[After(nameof(Idle))]")]
    [InlineData("[After(\"Idel\")]", "private readonly TimeSpan Idle = TimeSpan.Zero;", "FSM0005.Idle", "[After(\"Idle\")]")]
    [InlineData("[After(10, nameof(AcDeu))]", "private void AcDue() { }", "FSM0005.AcDue", "[After(10, nameof(AcDue))]")]
    [InlineData("[Invoke<EvOpen, EvOpen>(nameof(WorkAsnyc))]", "private System.Threading.Tasks.ValueTask WorkAsync() => default;", "FSM0005.WorkAsync", "[Invoke<EvOpen, EvOpen>(nameof(WorkAsync))]")]
    [InlineData("[Enter(nameof(Clean))]", "private void CleanUp() { }", "FSM0005.CleanUp", "[Enter(nameof(CleanUp))]")]
    public async Task The_nearest_name_that_fits_is_offered_first(string row, string member, string key, string after)
    {
        var (source, expected) = (Door(row, $"\n    {member}\n"), Door(after, $"\n    {member}\n"));
        Assert.Equal([key, "FSM0005"], await _fix.OfferedKeysAsync(source, Snippets.Events));
        await _fix.VerifyAsync([source, Snippets.Events], [expected]);
    }

    [Fact]
    public async Task Several_names_are_offered_the_nearest_first() => Assert.Equal(
        ["FSM0005.AcOpen", "FSM0005.AcOpens", "FSM0005"],
        await _fix.OfferedKeysAsync(
            Door("[On<EvOpen>(\"AcOpem\")]", "    void AcOpens() { } void AcOpen() { } bool AcOpel() => true; void AcClose() { } void AcOper(in EvClose e) { }\n"),
            Snippets.Events));

    [Fact]
    public Task A_member_of_a_base_class_is_a_name_too() => _fix.VerifyAsync(
        [Door("[Enter(\"AcLgo\")]", "").Edited(": GObj", ": Logging"), "public abstract class Logging : GObj { protected void AcLog() { } }", Snippets.Events],
        [Door("[Enter(\"AcLog\")]", "").Edited(": GObj", ": Logging")]);

    [Theory]
    [InlineData("[Enter(\"Destro\")]")]
    [InlineData("[Enter(\"GoOt\")]")]
    [InlineData("[On<EvOpen>(\"Fsm_Ente\")]")]
    [InlineData("[On<EvOpen>(\"Publis\")]")]
    public async Task What_the_loop_and_the_generator_call_is_not_offered(string row) => Assert.Equal(
        ["FSM0005"],
        await _fix.OfferedKeysAsync(Door(row, "    protected override void GoOut() { } void Ac() => ChangeState(State.Closed);\n"), Snippets.Events));

    [Theory]
    [InlineData("[On<EvOpen>(\"no name\")]", "")]
    [InlineData("[On<EvOpen>(\"Ac\")]", "private int Ac;\n")]
    [InlineData("[Obsolete(nameof(Typo))]", "")]
    [InlineData("[On<EvOpen>(Next = nameof(Typo))]", "")]
    public async Task It_is_not_offered_where_it_would_not_help(string row, string member) =>
        Assert.Empty(await _fix.OfferedKeysAsync(Door(row, member), Snippets.Events));

    [Fact]
    public async Task A_name_that_is_unknown_elsewhere_is_none_of_ours() => Assert.Empty(await _fix.OfferedKeysAsync(
        "public class Plain { public string Name => nameof(Typo); }"));
}
