using FsmKit.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.Generators.Reading;

/// <summary>
/// What was read of a gclass: the model for the emitter and, beside it, the places in the source for the rules. The generator keeps only
/// the model.
/// </summary>
internal sealed class MachineReading
{
    private Lazy<StateGraph?>? _graph;

    public required INamedTypeSymbol GClass { get; init; }

    public required Compilation Compilation { get; init; }

    /// <summary>The names of generated members that the author has given to something else in the gclass.</summary>
    public required IReadOnlyList<TakenName> Taken { get; init; }

    /// <summary>The declarations, of the gclass and of the types around it, that would have to be partial and are not.</summary>
    public required IReadOnlyList<TypeDeclarationSyntax> NotPartial { get; init; }

    public required bool DerivesFromGObj { get; init; }

    /// <summary>The nested <c>State</c> enum, or null.</summary>
    public required INamedTypeSymbol? StateEnum { get; init; }

    public required IReadOnlyList<StateSite> States { get; init; }

    /// <summary>Which states are inside which.</summary>
    public Nesting Nesting => field ??= new Nesting(States);

    /// <summary>Which state leads to which; null when something in the table does not compile, so that a way could be missing, or when there are no states.</summary>
    public StateGraph? Graph => (_graph ??= new(() => StateGraph.Of(this))).Value;

    /// <summary>The names that occur in the gclass.</summary>
    public MemberNames Names => field ??= new MemberNames(GClass);

    public required IReadOnlyList<EventSite> Inputs { get; init; }

    /// <summary>Whether every <c>[Input]</c> names an event; when one does not, it cannot be said that an event is not declared.</summary>
    public required bool InputsAreRead { get; init; }

    public required IReadOnlyList<EventSite> Outputs { get; init; }

    /// <summary>The rows as written, those of the class included once.</summary>
    public required IReadOnlyList<RowSite> Rows { get; init; }

    /// <summary>The rows of each state, by its index; -1 is the class.</summary>
    public ILookup<int, RowSite> RowsByScope => field ??= Rows.ToLookup(static row => row.State?.Index ?? RowModel.GClass);

    public required IReadOnlyList<ParameterSite> Parameters { get; init; }

    /// <summary>What it says about its snapshots.</summary>
    public required SnapshotSites Snapshots { get; init; }

    /// <summary>The model, or null when no part of the class can be generated.</summary>
    public MachineModel? Model { get; set; }

    /// <summary>The files of other types into whose bodies the model had to look.</summary>
    public IReadOnlyCollection<SyntaxTree> Looked { get; set; } = [];

    /// <summary>Every call that the table names.</summary>
    public IEnumerable<CallSite> Calls =>
        States.SelectMany(static state => state.Calls)
            .Concat(Rows.SelectMany(static row => row.Calls))
            .Concat(Parameters.SelectMany(static parameter => parameter.Calls));

    /// <summary>Whether the table names a member: a method that it calls, or what tells the length of a timeout.</summary>
    public bool IsNamed(ISymbol member) => Calls.Any(call => SymbolEqualityComparer.Default.Equals(call.Method, member) || (call.Use == CallUse.Delay && call.Name == member.Name))
        || Rows.Any(row => SymbolEqualityComparer.Default.Equals(row.Forward?.Member, member));
}
