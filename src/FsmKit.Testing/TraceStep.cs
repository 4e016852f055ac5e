namespace FsmKit.Testing;

/// <summary>An event that a gobj got.</summary>
/// <param name="Time">When, by the clock of the world.</param>
/// <param name="Source">Who sent it: a gobj; <c>(timer)</c>, <c>(network)</c>, <c>(callback)</c>, <c>(world)</c> or <c>(outside)</c>.</param>
/// <param name="Target">The gobj that got it, or the loop to which the world did something.</param>
/// <param name="Event">Its name.</param>
/// <param name="Data">The event in words; null of a timeout.</param>
/// <param name="Before">The state in which it came; empty of what the world did.</param>
public sealed record TraceStep(TimeSpan Time, string Source, string Target, string Event, string? Data, string Before)
{
    /// <summary>The state after it, and after all that it led to.</summary>
    public string After { get; internal set; } = Before;

    /// <summary>What became of it; null when the schedule failed inside of it.</summary>
    public Outcome? Outcome { get; internal set; }

    /// <summary>The event, what it changed, and what became of it when it was not handled.</summary>
    public string Text => Before.Length == 0
        ? Event
        : $"{Data ?? Event}  {(Before == After ? $"in {Before}" : $"{Before} => {After}")}{(Outcome is null or FsmKit.Outcome.Handled ? "" : $", {Outcome.ToString()!.ToLowerInvariant()}")}";
}
