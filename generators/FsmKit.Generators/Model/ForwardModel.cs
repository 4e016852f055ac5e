namespace FsmKit.Generators.Model;

/// <summary>Forward of a row: the event and its target.</summary>
/// <param name="To">The field or property with the target, for people; null where the gobj publishes the event.</param>
/// <param name="Target">The target for code, with the expression before the dot.</param>
/// <param name="Name">Short name of the forwarded event.</param>
/// <param name="Type">Full name of its type, for code.</param>
/// <param name="Map">The method that creates it from the event of the row; null when it is that event.</param>
internal sealed record ForwardModel(string? To, string? Target, string Name, string Type, CallModel? Map)
{
    /// <summary>Whether the row returns the outcome of the target.</summary>
    public bool HasOutcome => To is not null;

    /// <summary>Returns the forward as the action of a row.</summary>
    public CallModel ToCall() => new(To ?? "", Map?.Shape ?? CallShape.Event, Map?.ByReference ?? true, "this") { Forward = this };

    /// <summary>Returns the expression that forwards the event.</summary>
    public override string ToString()
    {
        var e = Map is null ? "in e" : $"{Map}";
        return HasOutcome
            ? $"base.ForwardTo<{Type}>({Target}, \"{To}\", {e})"
            : $"base.PublishOn<{Type}>({e})";
    }
}
