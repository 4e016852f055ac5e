namespace Mistakes;

[GClass, Input<EvA>]
public sealed partial class Mistake0075 : GObj
{
    private enum State
    {
        [On<EvA>(nameof(AcA), When = nameof(IsLate)), Ignore<EvA>] One,
    }

    private void AcA() => Name.ToString();
    private bool IsLate() => DateTime.UtcNow.Hour > 20;
}
