namespace Mistakes;

[GClass, Input<EvA>]
public sealed partial class Mistake0077 : GObj
{
    private enum State
    {
        [On<EvA>(nameof(AcA), When = nameof(IsOpen)), Ignore<EvA>] One,
    }

    public bool Opened { get; set; }

    private void AcA() => Name.ToString();
    private bool IsOpen() => Opened;
}
