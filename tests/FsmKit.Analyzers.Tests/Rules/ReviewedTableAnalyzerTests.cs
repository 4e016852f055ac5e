using FsmKit.Analyzers.Rules;
using FsmKit.RoslynTesting;
using Microsoft.CodeAnalysis;

namespace FsmKit.Analyzers.Tests.Rules;

/// <summary>FSM0070: a table and its reviewed file.</summary>
public sealed class ReviewedTableAnalyzerTests
{
    private const string Reviewed = """
        # Door

        ## Input events

        - EvOpen
        - EvClose

        ## Table

        | State | Event | Guard | Action | Next |
        |---|---|---|---|---|
        | (any) | (starts in) | | | Closed |
        | Closed | EvOpen | | Ac | Opened |
        | Closed | (all others) | | (Refuse) | |
        | Opened | EvClose | IsFree | | Closed |
        | Opened | After(1000) | | | Closed |
        | (any) | EvOpen | | (Ignore) | |

        """;

    private static string Door(string name, string next = "Closed", string more = "") =>
        $"[GClass, Input<EvOpen>, Input<EvClose>, Ignore<EvOpen>] public sealed partial class {name} : GObj {{ private enum State {{ [On<EvOpen>(nameof(Ac), Next = Opened), Refuse] Closed, [On<EvClose>(Next = {next}, When = nameof(IsFree)), After(1000, Next = Closed)] Opened }} private void Ac() {{ }} private bool IsFree() => Name.Length > 3; {more} }}";

    private static AnalyzerVerifier Verify(string text, string file = "Door.table.md") => new(new ReviewedTableAnalyzer(), "FSM0070") { Files = [(file, text)] };

    [Theory]
    [InlineData(Reviewed)]
    [InlineData(Reviewed + "\n \n")]
    public Task A_table_that_is_as_reviewed_is_fine(string reviewed) => Verify(reviewed).VerifyAsync(Door("Door"), Snippets.Events);

    [Fact]
    public Task How_lines_end_does_not_matter() => Verify(Reviewed.ReplaceLineEndings("\r\n")).VerifyAsync(Door("Door"), Snippets.Events);

    [Fact]
    public async Task The_first_line_that_differs_is_told()
    {
        var found = Assert.Single(await Verify(Reviewed).VerifyAsync(Door("[|Door|]", next: "Opened"), Snippets.Events));
        Assert.Equal(
            "'Door' differs from Door.table.md in line 15: reviewed is '| Opened | EvClose | IsFree | | Closed |', the code says '| Opened | EvClose | IsFree | | Opened |'", found.GetMessage());
        Assert.Equal(DiagnosticSeverity.Warning, found.Severity);
        Assert.Equal(14, Assert.Single(found.AdditionalLocations).GetLineSpan().StartLinePosition.Line);
    }

    [Theory]
    [InlineData("", "in line 1: reviewed is nothing, the code says '# Door'")]
    [InlineData(Reviewed + "| (any) | EvClose | | (Ignore) | |\n", "in line 18: reviewed is '| (any) | EvClose | | (Ignore) | |', the code says nothing")]
    public async Task A_line_too_few_or_too_many_is_told(string reviewed, string message) =>
        Assert.EndsWith(message, Assert.Single(await Verify(reviewed).VerifyAsync(Door("[|Door|]"), Snippets.Events)).GetMessage(), StringComparison.Ordinal);

    [Theory]
    [InlineData("Other.table.md")]
    [InlineData("elsewhere/Door.table.md")]
    [InlineData("Door.md")]
    public Task A_file_of_something_else_is_not_looked_at(string file) => Verify("", file).VerifyAsync(Door("Door"), Snippets.Events);

    [Fact]
    public Task A_gclass_with_an_error_is_not_compared() => Verify(Reviewed).VerifyAsync(Door("Door", next: "(State)7"), Snippets.Events);

    [Fact]
    public Task Nor_one_with_a_name_that_does_not_compile() => Verify(Reviewed).VerifyAsync(
        Door("Door").Edited("nameof(Ac)", "nameof({|CS0103:Acc|})"), Snippets.Events);

    [Fact]
    public Task A_gclass_inside_and_one_with_type_parameters_have_theirs() => new AnalyzerVerifier(new ReviewedTableAnalyzer(), "FSM0070") { Files = [("Outer.Box-1.table.md", "")] }.VerifyAsync(
        "public partial class Outer { [GClass, Input<EvOpen>] public sealed partial class [|Box|]<T> : GObj { private enum State { [Ignore<EvOpen>] A } } }", Snippets.Events);

    [Fact]
    public async Task What_there_can_be_in_a_table_is_written()
    {
        const string Everything = """
            # Stove

            Events that arrive while it is busy are handled at once.

            ## Input events

            - EvOpen
            - EvClose
            - EvDone
            - EvFailed

            ## Output events

            - EvLock

            ## Table

            | State | Event | Guard | Action | Next |
            |---|---|---|---|---|
            | (any) | (starts in) | | | On |
            | Off | EvOpen | | forward to _target | Was |
            | Off | EvClose | | forward up as EvLock by Map | |
            | Off | (all others) | | (Refuse) | |
            | On | (starts in) | | | Two |
            | On | (enter) | | AcIn | |
            | On | (invoke) | | WorkAsync: EvDone or EvFailed | |
            | On | EvOpen | | Ac | Two (reenter) |
            | On | After(Wait) | | | Off |
            | On | Done | | | Off |
            | On | (exit) | | AcOut | |
            | On | (all others) | | (Refuse) | |
            | On.One | Idle(10) | | Ac | |
            | On.One | Always | Is | | End |
            | On.Two | EvClose | Is | Ac | One |
            | On.End | (all others) | | (Refuse) | |
            | On.End | (final) | | | |
            | On.Was | (deep history) | | | One |
            | On.Last | (history) | | | Two |

            """;
        await Verify(Everything, "Stove.table.md").VerifyAsync(
            """
            using System.Threading;
            using System.Threading.Tasks;

            public readonly record struct EvDone;

            public readonly record struct EvFailed(Exception Fault);

            [GClass(Reentrancy = Reentrancy.Nested), Input<EvOpen>, Input<EvClose>, Input<EvDone>, Input<EvFailed>, Output<EvLock>]
            public sealed partial class Stove : GObj
            {
                private IAccept<EvOpen>? _target = null;

                private enum State
                {
                    [Forward<EvOpen>(nameof(_target), Next = Was), Forward<EvClose>(Map = nameof(Map)), Refuse] Off,
                    [Initial, Enter(nameof(AcIn)), Exit(nameof(AcOut)), Invoke<EvDone, EvFailed>(nameof(WorkAsync)), On<EvOpen>(nameof(Ac), Next = Two, Reenter = true), After(nameof(Wait), Next = Off), Done(Next = Off), Refuse] On,
                    [Inside(On), Idle(10, nameof(Ac)), Always(Next = End, When = nameof(Is))] One,
                    [Inside(On), Initial, On<EvClose>(nameof(Ac), Next = One, When = nameof(Is))] Two,
                    [Inside(On), Final] End,
                    [Inside(On), History(Deep = true, Default = One)] Was,
                    [Inside(On), History] Last,
                }

                private TimeSpan Wait => TimeSpan.FromSeconds(1);
                private void AcIn() { }
                private void AcOut() { }
                private void Ac() { }
                private bool Is() => _target is null;
                private static EvLock Map(in EvClose e) => new(1);
                private static Task WorkAsync(CancellationToken stop) => Task.CompletedTask;
            }
            """, Snippets.Events);
    }
}
