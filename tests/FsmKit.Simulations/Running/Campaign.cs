using System.Globalization;

namespace FsmKit.Simulations.Running;

/// <summary>A long run over all scenarios, with a seed of its own, as environment variables order it.</summary>
/// <param name="Seconds">Duration of all scenarios together, in seconds.</param>
/// <param name="Seed">Seed of the first choice.</param>
public sealed record Campaign(double Seconds, ulong Seed)
{
    /// <summary>Reads <c>FSMKIT_SIMULATION_SECONDS</c> and <c>FSMKIT_SIMULATION_SEED</c>; null when no seconds are given.</summary>
    public static Campaign? Read() => Environment.GetEnvironmentVariable("FSMKIT_SIMULATION_SECONDS") is { Length: > 0 } seconds
        ? new Campaign(double.Parse(seconds, CultureInfo.InvariantCulture), ReadSeed())
        : null;

    private static ulong ReadSeed() => Environment.GetEnvironmentVariable("FSMKIT_SIMULATION_SEED") is { Length: > 0 } seed
        ? ulong.Parse(seed, CultureInfo.InvariantCulture)
        : (ulong)Random.Shared.NextInt64();
}
