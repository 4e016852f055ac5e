namespace FsmKit.Generators;

/// <summary>Names of the steps of the generator, by which tests see cached results.</summary>
internal static class TrackingNames
{
    public const string Machines = nameof(Machines);
}
