namespace VendingSample;

/// <summary>A coin has been put in.</summary>
public readonly record struct EvCoin(int Cents);

/// <summary>A button has been pressed.</summary>
public readonly record struct EvSelect(string Item);

/// <summary>The customer wants the money back.</summary>
public readonly record struct EvCancel;

/// <summary>The service door has been opened.</summary>
public readonly record struct EvServiceBegins;

/// <summary>The service door has been shut.</summary>
public readonly record struct EvServiceEnds;

/// <summary>The price has come, in cents.</summary>
public readonly record struct EvPriced(int Cents);

/// <summary>The price could not be fetched.</summary>
public readonly record struct EvNotPriced(Exception Why);

/// <summary>The motor is to turn once.</summary>
public readonly record struct EvTurn;

/// <summary>The motor has turned once.</summary>
public readonly record struct EvTurned;

/// <summary>The display shows a new text.</summary>
public readonly record struct EvShown(string Text);

/// <summary>An item is in the tray.</summary>
public readonly record struct EvGiven(string Item);

/// <summary>Money is in the tray.</summary>
public readonly record struct EvPaidBack(int Cents);
