namespace Mistakes;

[GClass, Input<EvA>, Input<EvB>]
public sealed partial class Mistake0025 : GObj
{
    private enum State
    {
        [Ignore<EvA>, Ignore<EvB>, Initial] One,

        [Ignore<EvA>, Ignore<EvB>, Initial] Two,
    }
}
