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
    [InlineData("[On<EvOpen>(\"Ac\")]", "private void Ac(in EvOpen e)\n{\n}")]
    [InlineData("[On<EvOpen>(nameof(Ac))]", "private void Ac(in EvOpen e)\n{\n}")]
    [InlineData("[On<EvOpen>(action: nameof(Ac))]", "private void Ac(in EvOpen e)\n{\n}")]
    [InlineData("[On<EvOpen>(When = nameof(Has))]", "private bool Has(in EvOpen e) => true;")]
    [InlineData("[On<EvOpen>(When = \"Has\")]", "private bool Has(in EvOpen e) => true;")]
    [InlineData("[Enter(nameof(Ac))]", "private void Ac()\n{\n}")]
    [InlineData("[Exit(\"Ac\")]", "private void Ac()\n{\n}")]
    [InlineData("[After(10, nameof(Ac))]", "private void Ac()\n{\n}")]
    [InlineData("[After(10, When = nameof(Has))]", "private bool Has() => true;")]
    [InlineData("[After(nameof(Idle))]", "private TimeSpan Idle => TimeSpan.FromSeconds(1);")]
    [InlineData("[After(\"Idle\")]", "private TimeSpan Idle => TimeSpan.FromSeconds(1);")]
    public Task The_method_is_added_as_its_use_wants_it(string row, string stub) => _fix.VerifyAsync(
        [Door(row, ""), Snippets.Events], [Door(row, "\n    " + stub.Replace("\n", "\n    ", StringComparison.Ordinal) + "\n")]);

    [Theory]
    [InlineData("Validate = nameof(Is)", "private static bool Is(int? value) => true;")]
    [InlineData("Coerce = \"Is\"", "private static int? Is(int? value) => value;")]
    public Task Also_for_a_parameter_in_another_file(string argument, string stub) => _fix.VerifyAsync(
        [$"partial class Door\n{{\n    [Parameter({argument})]\n    public partial int? Port {{ get; set; }}\n}}\n", Door("[Ignore<EvOpen>]", ""), Snippets.Events],
        [$"partial class Door\n{{\n    [Parameter({argument})]\n    public partial int? Port {{ get; set; }}\n}}\n", Door("[Ignore<EvOpen>]", $"\n    {stub}\n")]);

    [Fact]
    public Task All_at_once_each_method_is_added_once() => _fix.VerifyAllAsync(
        [
            Door("[On<EvOpen>(nameof(AcOpen), When = \"Has\")]\n        [On<EvOpen>(nameof(AcOpen))]\n        [Enter(\"AcOpen\")]", ""),
            Snippets.Events,
        ],
        [
            Door(
                "[On<EvOpen>(nameof(AcOpen), When = \"Has\")]\n        [On<EvOpen>(nameof(AcOpen))]\n        [Enter(\"AcOpen\")]",
                """

                    private void AcOpen(in EvOpen e)
                    {
                    }

                    private bool Has(in EvOpen e) => true;

                    private void AcOpen()
                    {
                    }

                """),
        ]);

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
