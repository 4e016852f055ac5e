using System.Reflection;
using Microsoft.Extensions.Logging;

namespace FsmKit.Testing.Fingerprints;

/// <summary>What is around a system: the world that runs it, its clocks and logs, types. What they have is looked at elsewhere, or makes no difference.</summary>
internal static class Surroundings
{
    public static bool Has(object value) =>
        value is World or TimeProvider or ILogger or MemberInfo or Module or Assembly or MachineDescription or GAplicOptions or SynchronizationContext or ExecutionContext or Thread;
}
