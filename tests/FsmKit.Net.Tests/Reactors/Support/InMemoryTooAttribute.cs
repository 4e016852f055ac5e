namespace FsmKit.Net.Tests;

/// <summary>The tests of this class that run with every reactor run with the one in memory too: it keeps the same promises.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class InMemoryTooAttribute : Attribute;
