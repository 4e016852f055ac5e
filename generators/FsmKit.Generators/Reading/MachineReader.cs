using FsmKit.Generators.Model;
using Microsoft.CodeAnalysis;

namespace FsmKit.Generators.Reading;

/// <summary>Reads a gclass for the generator and the analyzers, so that both always agree.</summary>
internal static class MachineReader
{
    /// <summary>Maximum number of states: the number of values of a byte.</summary>
    public const int MostStates = 256;

    /// <summary>Reads the class, and its model if a part can be added to it.</summary>
    public static MachineReading Read(INamedTypeSymbol gclass, Compilation compilation, CancellationToken cancellation)
    {
        var reading = ReadSites(gclass, compilation, forModel: true, cancellation);
        if (CanBeGenerated(gclass))
        {
            reading.Model = Model(reading, compilation, cancellation);
        }

        return reading;
    }

    /// <summary>Whether a part can be added to the class.</summary>
    public static bool CanBeGenerated(INamedTypeSymbol gclass) =>
        gclass.DerivesFromGObj() && gclass.CanBeNamed() && TableReader.Members(StateEnum(gclass)).Count() <= MostStates && !PlaceReader.NotPartial(gclass, default).Any();

    /// <summary>Reads the class for the rules, without the model and the bodies that it depends on.</summary>
    public static MachineReading ReadSites(INamedTypeSymbol gclass, Compilation compilation, CancellationToken cancellation) =>
        ReadSites(gclass, compilation, forModel: false, cancellation);

    private static MachineReading ReadSites(INamedTypeSymbol gclass, Compilation compilation, bool forModel, CancellationToken cancellation)
    {
        var stateEnum = StateEnum(gclass);
        var inputs = EventReader.Read(gclass, KnownNames.Input, cancellation);
        var calls = new CallReader(gclass, compilation, cancellation) { JudgesGuards = forModel };
        var outputs = EventReader.Read(gclass, KnownNames.Output, cancellation);
        var table = new TableReader(stateEnum, inputs, calls, new ForwardReader(gclass, outputs, calls, compilation), cancellation);
        table.Read(gclass);
        return new MachineReading
        {
            GClass = gclass,
            Compilation = compilation,
            Taken = [.. GeneratedNames.Taken(gclass, stateEnum, outputs)],
            NotPartial = [.. PlaceReader.NotPartial(gclass, cancellation)],
            DerivesFromGObj = gclass.DerivesFromGObj(),
            StateEnum = stateEnum,
            States = table.States,
            Inputs = inputs,
            InputsAreRead = EventReader.AreRead(gclass, KnownNames.Input),
            Outputs = outputs,
            Rows = table.Rows,
            Parameters = ParameterReader.Read(gclass, calls, cancellation),
            Snapshots = SnapshotSites.Read(gclass, compilation),
        };
    }

    private static INamedTypeSymbol? StateEnum(INamedTypeSymbol gclass) =>
        gclass.GetTypeMembers(KnownNames.StateEnum).FirstOrDefault(static type => type.TypeKind == TypeKind.Enum);

    private static MachineModel Model(MachineReading reading, Compilation compilation, CancellationToken cancellation)
    {
        var attribute = reading.GClass.GetAttributes().FirstOrDefault(static attribute => attribute.Is(KnownNames.GClass));
        var code = new HandWrittenCode(reading.GClass, compilation, cancellation);
        var taken = reading.Taken.Select(static taken => taken.Name).ToList();
        var changesState = !taken.Contains(KnownNames.ChangeState) && code.Mentions(KnownNames.ChangeState);
        var startsWork = code.Starts(KnownNames.InvokeCall);
        var lane = LaneChoice.Of(reading, code, changesState, startsWork);
        var model = new MachineModel
        {
            Place = PlaceReader.Read(reading.GClass),
            Summary = Summaries.Of(reading.GClass, cancellation),
            HasRemarks = Summaries.HasRemarks(reading.GClass, cancellation),
            Lane = lane,
            QueueCapacity = Named(attribute, "QueueCapacity") is { } capacity and > 0 ? capacity : 1024,
            ChangesState = changesState,
            StartsWork = startsWork,
            Snapshot = reading.Snapshots.Model(reading),
            Prefix = GeneratedNames.Prefix(reading.GClass),
            Taken = new(taken),
            IsObsolete = Obsolescence.IsAnyForbidden(reading),
            States = new(reading.States.Select(state => Model(reading, state, cancellation))),
            Start = reading.Nesting.StartOf(-1),
            Inputs = new(reading.Inputs.Select(static site => site.Model)),
            Outputs = new(reading.Outputs.Select(static site => site.Model)),
            Rows = new(RowModels.Of(reading, method => lane != Lane.Direct && code.CanLeadBack(method))),
            Parameters = new(reading.Parameters.Select(static site => site.Model!).Where(static model => model is not null)),
        };
        reading.Looked = code.Looked;
        return model;
    }

    private static StateModel Model(MachineReading reading, StateSite state, CancellationToken cancellation) => new(
        state.Symbol.Escaped(), Summaries.Of(state.Symbol, cancellation), reading.Nesting.ParentOf(state.Index),
        reading.Nesting.StartOf(state.Index) is >= 0 and var start ? start : state.Index,
        Models(state.Enter), Models(state.Exit), IsSecondName(reading, state), state.IsClosed)
    {
        Kind = state.History is { } history ? history.IsDeep ? StateKind.DeepHistory : StateKind.History
            : state.Final is not null && !reading.Nesting.IsComposite(state.Index) ? StateKind.Final : StateKind.Ordinary,
        Default = state.History is null ? -1 : DefaultOf(reading, state),
        Invocations = new(state.Invocations.Where(_ => state.History is null && state.Final is null).Select(static work => work.Model).OfType<InvocationModel>()),
    };

    /// <summary>
    /// Returns the state that the history names, if it is inside the composite; otherwise the one that is entered with the composite.
    /// </summary>
    private static int DefaultOf(MachineReading reading, StateSite history)
    {
        var parent = reading.Nesting.ParentOf(history.Index);
        return history.History!.Default is { Index: >= 0 and var state } && reading.States[state].History is null
            && (parent < 0 || reading.Nesting.PathOf(reading.States[state]).Skip(1).Any(around => around.Index == parent))
                ? state
                : reading.Nesting.StartOf(parent) is >= 0 and var start ? start
                : parent;
    }

    private static bool IsSecondName(MachineReading reading, StateSite state) =>
        reading.States.Any(other => other.Index < state.Index && Equals(other.Symbol.ConstantValue, state.Symbol.ConstantValue));

    private static EquatableArray<CallModel> Models(IEnumerable<CallSite> calls) =>
        new(calls.Select(static call => call.Model!).Where(static model => model is not null));

    /// <summary>Returns the value of a named integer argument; null without one.</summary>
    public static int? Named(AttributeData? attribute, string name) =>
        attribute?.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value switch
        {
            int number => number,
            byte number => number,
            _ => null,
        };
}
