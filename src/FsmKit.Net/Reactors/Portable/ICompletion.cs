namespace FsmKit.Net;

/// <summary>Something that is over already and is to be served on the loop's thread, in the next Wait.</summary>
internal interface ICompletion
{
    /// <summary>Who is named when serving throws.</summary>
    object? Owner { get; }

    void Serve();
}
