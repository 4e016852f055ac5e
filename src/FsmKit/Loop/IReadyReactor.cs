namespace FsmKit;

/// <summary>A reactor that can be asked whether the next Wait has something to tell.</summary>
internal interface IReadyReactor : IReactor
{
    bool IsReady { get; }
}
