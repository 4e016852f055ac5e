namespace FsmKit;

/// <summary>Counter of a gobj.</summary>
/// <param name="Name">Name of the counter, usually that of a property of the gclass.</param>
/// <param name="Value">Value of the counter.</param>
public sealed record StatisticValue(string Name, long Value);
