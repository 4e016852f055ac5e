namespace FsmKit.Generators.Model;

/// <summary>What a row passes on, and to whom.</summary>
/// <param name="To">The field or property that holds the target, for people; null where the gobj publishes the event.</param>
/// <param name="Target">The same for code, with what it is a member of.</param>
/// <param name="Name">The short name of the event that goes on.</param>
/// <param name="Type">Its full name, for code.</param>
/// <param name="Map">What makes it from the event of the row; null when it is that event.</param>
internal sealed record ForwardModel(string? To, string? Target, string Name, string Type, CallModel? Map)
{
    /// <summary>Whether the row has an outcome of its own: what the target makes of the event.</summary>
    public bool HasOutcome => To is not null;

    /// <summary>The forward as the action of a row.</summary>
    public CallModel ToCall() => new(To ?? "", Map?.Shape ?? CallShape.Event, Map?.ByReference ?? true, "this") { Forward = this };

    /// <summary>The expression that passes the event on.</summary>
    public override string ToString()
    {
        var e = Map is null ? "in e" : $"{Map}";
        return HasOutcome
            ? $"base.ForwardTo<{Type}>({Target}, \"{To}\", {e})"
            : $"base.PublishOn<{Type}>({e})";
    }
}
