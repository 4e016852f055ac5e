using FsmKit.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.Generators.Reading;

/// <summary>
/// Result of reading a gclass: the model for the emitters and the source locations for the rules. The generator keeps only the model.
/// </summary>
internal sealed class MachineReading
{
    private Lazy<StateGraph?>? _graph;

    public required INamedTypeSymbol GClass { get; init; }

    public required Compilation Compilation { get; init; }

    /// <summary>The names of generated members that the author uses otherwise.</summary>
    public required IReadOnlyList<TakenName> Taken { get; init; }

    /// <summary>The declarations, of the gclass and its outer types, that lack <c>partial</c>.</summary>
    public required IReadOnlyList<TypeDeclarationSyntax> NotPartial { get; init; }

    public required bool DerivesFromGObj { get; init; }

    /// <summary>The nested <c>State</c> enum; null without one.</summary>
    public required INamedTypeSymbol? StateEnum { get; init; }

    public required IReadOnlyList<StateSite> States { get; init; }

    /// <summary>The nesting of the states.</summary>
    public Nesting Nesting => field ??= new Nesting(States);

    /// <summary>
    /// The graph of the states. Null without states, or when a part of the table does not compile, so that a transition could be missing.
    /// </summary>
    public StateGraph? Graph => (_graph ??= new(() => StateGraph.Of(this))).Value;

    /// <summary>The names that occur in the gclass.</summary>
    public MemberNames Names => field ??= new MemberNames(GClass);

    public required IReadOnlyList<EventSite> Inputs { get; init; }

    /// <summary>Whether every <c>[Input]</c> has an event that compiles. Otherwise no rule may report an undeclared event.</summary>
    public required bool InputsAreRead { get; init; }

    public required IReadOnlyList<EventSite> Outputs { get; init; }

    /// <summary>The rows as written, those of the class included once.</summary>
    public required IReadOnlyList<RowSite> Rows { get; init; }

    /// <summary>The rows of each state, by its index; -1 is the class.</summary>
    public ILookup<int, RowSite> RowsByScope => field ??= Rows.ToLookup(static row => row.State?.Index ?? RowModel.GClass);

    public required IReadOnlyList<ParameterSite> Parameters { get; init; }

    /// <summary>The declarations about snapshots.</summary>
    public required SnapshotSites Snapshots { get; init; }

    /// <summary>The model; null when no part of the class can be generated.</summary>
    public MachineModel? Model { get; set; }

    /// <summary>Files of other types whose bodies the model depends on.</summary>
    public IReadOnlyCollection<SyntaxTree> Looked { get; set; } = [];

    /// <summary>All calls in the table.</summary>
    public IEnumerable<CallSite> Calls =>
        States.SelectMany(static state => state.Calls)
            .Concat(Rows.SelectMany(static row => row.Calls))
            .Concat(Parameters.SelectMany(static parameter => parameter.Calls));

    /// <summary>Whether the table names a member: as a method to call, a target, or the length of a timeout.</summary>
    public bool IsNamed(ISymbol member) => Calls.Any(call => SymbolEqualityComparer.Default.Equals(call.Method, member) || (call.Use == CallUse.Delay && call.Name == member.Name))
        || Rows.Any(row => SymbolEqualityComparer.Default.Equals(row.Forward?.Member, member));
}
