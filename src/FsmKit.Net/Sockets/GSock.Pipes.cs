namespace FsmKit.Net;

/// <content>The bridge to System.IO.Pipelines.</content>
public sealed partial class GSock
{
    /// <summary>
    /// Opens the connection for <c>System.IO.Pipelines</c>: bytes that no frame has used and all that follow go into
    /// <see cref="GPipe.Input"/>. Sets <see cref="AllowHalfOpen"/> to true and <see cref="Framing"/> to null. Call this method on the
    /// loop's thread while connected.
    /// </summary>
    /// <returns>The pipe, a child of this gsock.</returns>
    /// <exception cref="GObjException">The gsock is not connected.</exception>
    public GPipe OpenPipe() => Create<GPipe>("pipe");
}
