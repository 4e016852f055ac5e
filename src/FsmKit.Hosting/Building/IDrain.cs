namespace FsmKit.Hosting;

/// <summary>Finishes its work before the loop stops. A root gobj of a hosted loop may implement the interface.</summary>
public interface IDrain
{
    /// <summary>Takes no more work and finishes what is in progress. Called on the loop's thread, which goes on running meanwhile.</summary>
    /// <param name="cancellation">Cancelled when the time is over (<see cref="LoopBuilder.DrainTimeout"/>, or the host's limit).</param>
    /// <returns>Ends when the gobj may be destroyed.</returns>
    Task DrainAsync(CancellationToken cancellation);
}
