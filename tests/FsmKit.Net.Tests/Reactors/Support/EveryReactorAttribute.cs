using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace FsmKit.Net.Tests;

/// <summary>Runs a test once with each reactor of this system.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EveryReactorAttribute : DataAttribute
{
    /// <summary>Whether the test runs on a network in memory too. Default true.</summary>
    public bool InMemory { get; set; } = true;

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        List<ReactorKind> kinds = OperatingSystem.IsLinux() ? [ReactorKind.Epoll, ReactorKind.Portable] : [ReactorKind.Portable];
        if (InMemory && testMethod.DeclaringType!.IsDefined(typeof(InMemoryTooAttribute), inherit: false))
        {
            kinds.Add(ReactorKind.Memory);
        }

        return new(kinds.Select(kind => new TheoryDataRow<ReactorKind>(kind)).ToArray());
    }

    public override bool SupportsDiscoveryEnumeration() => true;
}
