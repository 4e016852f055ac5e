namespace FsmKit.Testing.Choosing;

/// <summary>Numbers of choices in a record.</summary>
/// <param name="Picks">Of loops.</param>
/// <param name="Values">Of everything else.</param>
internal readonly record struct ChoiceCounts(int Picks, int Values);
