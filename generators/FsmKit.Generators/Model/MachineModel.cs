namespace FsmKit.Generators.Model;

/// <summary>A gclass as the emitter needs it: plain values, no symbol and no syntax, equal when the output would be equal.</summary>
/// <remarks>
/// It says what the table says, each row once. <see cref="Emitting.MachinePlan"/> resolves what holds where, and what each transition leaves
/// and enters.
/// </remarks>
internal sealed record MachineModel
{
    public required TypePlace Place { get; init; }

    public required string Summary { get; init; }

    /// <summary>Whether the author wrote remarks.</summary>
    public required bool HasRemarks { get; init; }

    public required Lane Lane { get; init; }

    public required int QueueCapacity { get; init; }

    /// <summary>Whether hand-written code calls <c>ChangeState</c>.</summary>
    public required bool ChangesState { get; init; }

    /// <summary>Whether hand-written code calls <c>Invoke</c>.</summary>
    public required bool StartsWork { get; init; }

    public required EquatableArray<StateModel> States { get; init; }

    /// <summary>Index of the state at the top in which the machine begins.</summary>
    public required int Start { get; init; }

    public required EquatableArray<EventModel> Inputs { get; init; }

    public required EquatableArray<EventModel> Outputs { get; init; }

    public required EquatableArray<RowModel> Rows { get; init; }

    public required EquatableArray<ParameterModel> Parameters { get; init; }

    /// <summary>What its snapshots hold; null when it takes none.</summary>
    public required SnapshotModel? Snapshot { get; init; }

    /// <summary>What the names of private generated members begin with: no name of the author's does.</summary>
    public required string Prefix { get; init; }

    /// <summary>The members for the author's use that are left out, because the author has something of that name: see <see cref="PublishOf"/>.</summary>
    public required EquatableArray<string> Taken { get; init; }

    /// <summary>Whether something that the generated part has to name is marked as obsolete by error.</summary>
    public required bool IsObsolete { get; init; }

    public string Name => Place.Name;

    /// <summary>What <see cref="Taken"/> calls the method that publishes an event.</summary>
    public static string PublishOf(string type) => KnownNames.Publish + " " + type;

    /// <summary>Whether a member for the author's use is written.</summary>
    public bool Has(string member) => !Taken.Contains(member);

    /// <summary>Whether entering or leaving any state does something.</summary>
    public bool HasLife =>
        StartsWork || States.Any(static state => state.Enter.Count + state.Exit.Count + state.Invocations.Count > 0 || state.Kind != StateKind.Ordinary) || Rows.Any(static row => row.Delay is not null);
}
