using System.IO.Pipelines;

namespace FsmKit.Net.Tests.Examples;

/// <summary>Serves its connection by code for pipes.</summary>
[GClass]
[Input<EvConnected>]
public sealed partial class PipeSession : GObj, ISession
{
    public GSock Gsock { get; set; } = null!;

    private enum State : byte
    {
        [On<EvConnected>(nameof(AcServe))]
        Serving,
    }

    private void AcServe() => _ = EchoAsync(Gsock.OpenPipe());

    public static async Task EchoAsync(IDuplexPipe pipe)
    {
        await pipe.Input.CopyToAsync(pipe.Output);
        await pipe.Output.CompleteAsync();
        await pipe.Input.CompleteAsync();
    }
}
