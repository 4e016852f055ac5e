namespace FsmKit.Hosting.Tests;

/// <summary>Has a service and a snapshot.</summary>
[GClass(Version = 1)]
public sealed partial class Kept(IStock stock) : GObj
{
    private readonly IStock _stock = stock;

    [Kept]
    public int Count { get; set; }

    public int Goods => _stock.Goods;

    private enum State : byte
    {
        Idle,
    }
}
