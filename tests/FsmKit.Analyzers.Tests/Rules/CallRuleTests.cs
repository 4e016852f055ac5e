using FsmKit.RoslynTesting;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0005: methods that the table names.</summary>
public sealed class CallRuleTests
{
    private readonly AnalyzerVerifier _verify = new(new GClassAnalyzer(), "FSM0005");

    private static string Door(string table, string members = "", string parameters = "") =>
        $$"""
        [GClass]
        [Input<EvOpen>]
        public sealed partial class Door : GObj
        {
            private enum State
            {
                {{table}}
                [Refuse]
                Closed,
            }
            {{parameters}}
            {{members}}
        }
        """;

    [Theory]
    [InlineData("""[On<EvOpen>([|"Ac"|])]""")]
    [InlineData("""[On<EvOpen>(action: [|"Ac"|])]""")]
    [InlineData("""[On<EvOpen>([|When = "Ac"|])]""")]
    [InlineData("""[Enter([|"Ac"|])]""")]
    [InlineData("""[Exit([|"Ac"|])]""")]
    [InlineData("""[After([|"Ac"|])]""")]
    [InlineData("""[After(10, [|"Ac"|])]""")]
    [InlineData("""[After(action: [|"Ac"|], milliseconds: 10)]""")]
    [InlineData("""[After(10, [|When = "Ac"|])]""")]
    [InlineData("""[Idle([|"Ac"|])]""")]
    [InlineData("""[Idle(10, [|"Ac"|])]""")]
    [InlineData("""[Idle(10, [|When = "Ac"|])]""")]
    public async Task A_method_that_is_missing_is_shown_where_it_is_called(string row)
    {
        var found = await _verify.VerifyAsync(Door(row), Snippets.Events);
        Assert.StartsWith("'Ac' is no member of 'Door': ", found[0].GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""[On<EvOpen>([|nameof(Ac)|])]""", "private void Ac(in EvClose e) { }")]
    [InlineData("""[On<EvOpen>([|nameof(Ac)|])]""", "private bool Ac(in EvOpen e) => true;")]
    [InlineData("""[On<EvOpen>([|nameof(Ac)|])]""", "private void Ac(ref EvOpen e) { }")]
    [InlineData("""[On<EvOpen>([|nameof(Ac)|])]""", "private void Ac<T>() { }")]
    [InlineData("""[On<EvOpen>([|nameof(Ac)|])]""", "private int Ac;")]
    [InlineData("""[On<EvOpen>([|When = nameof(Ac)|])]""", "private void Ac(in EvOpen e) { }")]
    [InlineData("""[Enter([|nameof(Ac)|])]""", "private void Ac(in EvOpen e) { }")]
    [InlineData("""[Exit([|nameof(Ac)|])]""", "private bool Ac() => true;")]
    [InlineData("""[After([|nameof(Ac)|])]""", "private int Ac => 1;")]
    [InlineData("""[Idle([|nameof(Ac)|])]""", "private int Ac => 1;")]
    [InlineData("""[After(10, [|nameof(Ac)|])]""", "private void Ac(in EvOpen e) { }")]
    public async Task A_method_that_does_not_fit_is_told_what_would(string row, string member)
    {
        var found = await _verify.VerifyAsync(Door(row, member), Snippets.Events);
        Assert.StartsWith("'Ac' has the wrong signature in 'Door': ", found[0].GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""[On<EvOpen>("Ac")]""", "private void Ac() { }")]
    [InlineData("""[On<EvOpen>("Ac")]""", "private void Ac(in EvOpen e) { }")]
    [InlineData("""[On<EvOpen>("Ac")]""", "private void Ac(EvOpen e) { }")]
    [InlineData("""[On<EvOpen>("Ac")]""", "private static void Ac(GObj? source, in EvOpen e) { }")]
    [InlineData("""[On<EvOpen>("Ac")]""", "private void Ac(in EvClose e) { } private void Ac(in EvOpen e) { }")]
    [InlineData("""[On<EvOpen>(When = "Ac")]""", "private bool Ac(in EvOpen e) => true;")]
    [InlineData("""[After("Ac")]""", "private TimeSpan Ac => TimeSpan.Zero;")]
    [InlineData("""[After("Ac")]""", "private TimeSpan Ac() => TimeSpan.Zero;")]
    [InlineData("""[After("Ac")]""", "private readonly TimeSpan Ac = TimeSpan.Zero;")]
    [InlineData("""[On<EvOpen>(null)]""", "")]
    public Task What_fits_is_fine(string row, string members) => _verify.VerifyAsync(Door(row, members), Snippets.Events);

    /// <summary>The compiler ignores the names of the items when it converts tuples.</summary>
    [Fact]
    public Task The_names_in_a_tuple_do_not_count() => _verify.VerifyAsync(
        """
        public readonly record struct Ev<T>(T Value);

        [GClass, Input<(int, string)>, Input<Ev<(int, object)[]>>]
        public sealed partial class Door : GObj
        {
            private enum State
            {
                [On<(int, string)>(nameof(AcPair), When = nameof(Has))]
                [On<Ev<(int, object)[]>>(nameof(AcPairs))]
                [Refuse]
                Closed,
            }

            [Parameter(Validate = nameof(IsSize), Coerce = nameof(Clamp))]
            public partial (int Width, int Height) Size { get; set; }

            private void AcPair(in (int Key, string Name) e) { }

            private bool Has(GObj? source, (int Key, string) e) => true;

            private void AcPairs(in Ev<(int Key, dynamic Value)[]> e) { }

            private static bool IsSize((int, int) value) => true;

            private static (int, int) Clamp((int W, int H) value) => value;
        }
        """);

    [Fact]
    public async Task The_message_names_the_signatures()
    {
        var found = await _verify.VerifyAsync(Door("""[On<EvOpen>([|"Ac"|])]"""), Snippets.Events);
        Assert.Equal(
            "'Ac' is no member of 'Door': an action is 'void Ac()', 'void Ac(in EvOpen e)' or 'void Ac(GObj? source, in EvOpen e)'", found[0].GetMessage());
    }

    [Fact]
    public async Task Validation_and_coercion_of_parameters_are_checked()
    {
        var found = await _verify.VerifyAsync(
            Door(
                "", "private static bool IsPort(string value) => true;",
                """[Parameter([|Validate = "IsPort"|], [|Coerce = "Clamp"|])] public partial int Port { get; set; }"""),
            Snippets.Events);
        Assert.Equal("'IsPort' has the wrong signature in 'Door': a validation is 'bool IsPort(int value)'", found[0].GetMessage());
        Assert.Equal("'Clamp' is no member of 'Door': a coercion is 'int Clamp(int value)'", found[1].GetMessage());
    }

    [Fact]
    public Task What_the_compiler_says_is_not_said_again() => _verify.VerifyAsync(
        Door(
            "[On<EvOpen>(nameof({|CS0103:AcTypo|}), When = nameof({|CS0103:HasTypo|}))] [Enter(nameof({|CS0103:AcTypo|}))] [After(nameof({|CS0103:Typo|}), nameof({|CS0103:AcTypo|}))]"),
        Snippets.Events);

    [Fact]
    public Task A_misspelt_event_does_not_cascade() => _verify.VerifyAsync(
        Door("[On<{|CS0246:EvOpne|}>(nameof(Ac))] [On<EvOpen>(nameof(Ac))]", "private void Ac(in {|CS0246:EvOpne|} e) { }"), Snippets.Events);

    [Fact]
    public Task A_row_of_the_class_is_checked_too() => _verify.VerifyAsync(
        """
        [GClass]
        [Input<EvOpen>]
        [On<EvOpen>([|"AcOpen"|])]
        public sealed partial class Door<T> : GObj
        {
            private enum State { Closed }
        }
        """,
        Snippets.Events);
}
