namespace FsmKit.Testing;

/// <summary>
/// Marks a state that a gobj must leave at some time. A simulated run (<see cref="Explore"/>) fails when nothing can happen any more and a
/// gobj is in the state (<see cref="FailureKind.Eventually"/>).
/// </summary>
/// <remarks>Modelled on the hot states of monitors in the language P. The attribute belongs on a member of the <c>State</c> enum.</remarks>
[AttributeUsage(AttributeTargets.Field)]
public sealed class HotAttribute : Attribute;
