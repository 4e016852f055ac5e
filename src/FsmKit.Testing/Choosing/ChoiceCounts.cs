namespace FsmKit.Testing.Choosing;

/// <summary>Number of choices in a record, by list.</summary>
/// <param name="Picks">Number of choices of the next loop.</param>
/// <param name="Values">Number of all other choices.</param>
internal readonly record struct ChoiceCounts(int Picks, int Values);
