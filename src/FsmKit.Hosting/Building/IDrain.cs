namespace FsmKit.Hosting;

/// <summary>
/// Lets a gobj directly below a hosted loop finish its work before the loop stops. The gclass of the gobj implements the interface.
/// </summary>
public interface IDrain
{
    /// <summary>
    /// Takes no more work and finishes the work in progress. Called on the loop's thread, which continues to run meanwhile.
    /// </summary>
    /// <param name="cancellation">Cancelled when the time is over (<see cref="LoopBuilder.DrainTimeout"/>, or the host's limit).</param>
    /// <returns>A task that ends when the gobj may be destroyed.</returns>
    Task DrainAsync(CancellationToken cancellation);
}
