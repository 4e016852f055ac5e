namespace FsmKit.Net.Tests;

/// <summary>Runs the tests of a class that run with every reactor with the one in memory too, which keeps the same promises.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class InMemoryTooAttribute : Attribute;
