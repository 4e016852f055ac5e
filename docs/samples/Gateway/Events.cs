namespace GatewaySample;

/// <summary>A device has connected.</summary>
/// <param name="Link">The conversation with the device.</param>
public readonly record struct EvAttached(DeviceLink Link);

/// <summary>The connection of a device has ended.</summary>
/// <param name="Link">The ended conversation. A later one may have replaced it.</param>
public readonly record struct EvDetached(DeviceLink Link);

/// <summary>A device has measured.</summary>
/// <param name="Value">The value, in °C.</param>
public readonly record struct EvReading(double Value);

/// <summary>A device is to switch its heater.</summary>
/// <param name="IsOn">True switches it on.</param>
public readonly record struct EvSwitch(bool IsOn);
