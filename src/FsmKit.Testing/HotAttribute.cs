namespace FsmKit.Testing;

/// <summary>
/// Marks a state that has to be left some time: when nothing can happen any more, and a gobj is in it, the schedule has failed
/// (<see cref="FailureKind.Eventually"/>).
/// </summary>
/// <remarks>After the hot states of P's monitors. It stands on a member of the <c>State</c> enum.</remarks>
[AttributeUsage(AttributeTargets.Field)]
public sealed class HotAttribute : Attribute;
