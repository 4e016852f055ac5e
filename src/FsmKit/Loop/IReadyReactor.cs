namespace FsmKit;

/// <summary>A reactor that tells whether the next Wait has a ready source.</summary>
internal interface IReadyReactor : IReactor
{
    bool IsReady { get; }
}
