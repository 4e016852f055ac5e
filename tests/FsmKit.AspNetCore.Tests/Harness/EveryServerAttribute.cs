using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace FsmKit.AspNetCore.Tests;

/// <summary>Runs a theory once for each server.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EveryServerAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. Enum.GetValues<ServerKind>().Select(static kind => new TheoryDataRow<ServerKind>(kind))]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
