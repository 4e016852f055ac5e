namespace FsmKit.Generators;

/// <summary>The names of the generator's steps, by which tests see what was cached.</summary>
internal static class TrackingNames
{
    public const string Machines = nameof(Machines);
}
