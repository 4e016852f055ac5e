namespace FsmKit.Hosting;

/// <summary>The loops that the application has described, in order.</summary>
internal sealed class LoopPlans
{
    public List<LoopBuilder> Loops { get; } = [];
}
