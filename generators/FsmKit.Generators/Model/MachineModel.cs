namespace FsmKit.Generators.Model;

/// <summary>
/// Model of a gclass for the emitters: plain values without symbols and syntax. Two models are equal when their outputs would be equal.
/// </summary>
/// <remarks>
/// The model has each row of the table once. <see cref="Emitting.MachinePlan"/> resolves the rows of each leaf, and the states that each
/// transition leaves and enters.
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

    /// <summary>The contents of its snapshots; null when the gclass takes none.</summary>
    public required SnapshotModel? Snapshot { get; init; }

    /// <summary>Prefix of private generated members, which no name of the author has.</summary>
    public required string Prefix { get; init; }

    /// <summary>
    /// The generated members that are left out, because the author uses their names otherwise: see <see cref="PublishOf"/>.
    /// </summary>
    public required EquatableArray<string> Taken { get; init; }

    /// <summary>Whether the generated part must name a type or member that is obsolete by error.</summary>
    public required bool IsObsolete { get; init; }

    public string Name => Place.Name;

    /// <summary>Returns the entry of <see cref="Taken"/> for the method that publishes an event.</summary>
    public static string PublishOf(string type) => KnownNames.Publish + " " + type;

    /// <summary>Whether a generated member for use by the author is written.</summary>
    public bool Has(string member) => !Taken.Contains(member);

    /// <summary>Whether entering or leaving a state runs any step.</summary>
    public bool HasLife =>
        StartsWork || States.Any(static state => state.Enter.Count + state.Exit.Count + state.Invocations.Count > 0 || state.Kind != StateKind.Ordinary) || Rows.Any(static row => row.Delay is not null);
}
