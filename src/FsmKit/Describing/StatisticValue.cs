namespace FsmKit;

/// <summary>Something that a gobj counts.</summary>
/// <param name="Name">What is counted, as the gclass's property is called.</param>
/// <param name="Value">The count.</param>
public sealed record StatisticValue(string Name, long Value);
